#pragma once
// What has an address at a time other than now: the page of a post that is over or still waits for its day and what lies beside it, the
// month, the year of events and the speaker that only it has. A link that leads there must not stop what is published today.

#include "link/site.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace pressrum {

class Absent {
public:
    explicit Absent(const Site& site);

    // Why nothing stands at `address` ("2024/05/slug/karta.pdf", without query and fragment); nothing when time alone does not explain it.
    std::optional<Absence> why(std::string_view address) const;

private:
    void add(const AbsentPost& post, const Site& site);

    std::map<std::string, Absence, std::less<>> folders_;  // and all that lies under them
    std::map<std::string, Absence, std::less<>> addresses_;
};

}  // namespace pressrum
