#pragma once
// A JSON document whose long lists have an entry per line, so that grep and a streaming reader can work on it, and no more than one entry
// need be held as a tree.

#include <string>
#include <string_view>
#include <utility>

namespace pressrum {

class LinedJson {
public:
    // `head`: an object with something in it, in lines with an indent of 1. The lists come after its fields.
    explicit LinedJson(std::string head) : text_(std::move(head)) { text_.resize(text_.size() - std::string_view("\n}").size()); }

    void begin_list(std::string_view name) {
        text_.append(",\n \"").append(name).append("\": [");
        empty_ = true;
    }
    // `entry` on one line.
    void add(std::string_view entry) { text_.append(std::exchange(empty_, false) ? "\n" : ",\n").append(entry); }
    void end_list() { text_ += empty_ ? "]" : "\n ]"; }

    std::string finish() && { return std::move(text_) + "\n}\n"; }

private:
    std::string text_;
    bool empty_ = true;  // the list that is open
};

}  // namespace pressrum
