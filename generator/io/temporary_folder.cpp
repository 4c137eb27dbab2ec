#include "io/temporary_folder.hpp"

#include <stdlib.h>

#include <filesystem>

namespace pressrum {

TemporaryFolder::TemporaryFolder(const std::string& name) {
    std::error_code error;
    path_ = (std::filesystem::temp_directory_path(error) / (name + "-" + std::string(6, 'X'))).string();
    if (error || ::mkdtemp(path_.data()) == nullptr) path_.clear();
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

}  // namespace pressrum
