#pragma once
// A folder of its own where the system keeps what is needed for a moment; gone with all that is in it when it goes out of scope.

#include <string>

namespace pressrum {

class TemporaryFolder {
public:
    explicit TemporaryFolder(const std::string& name);
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::string& path() const { return path_; }  // empty when none could be made

private:
    std::string path_;
};

}  // namespace pressrum
