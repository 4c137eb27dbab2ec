#pragma once
// What is written to a terminal or a log, so that nothing in it is an order to the program that keeps the log.
//
// CI runners take certain words in a log for commands: GitHub's and Forgejo's a line that begins with "::" and "##[" anywhere, Azure's
// "##vso[" anywhere. Posts, names of files and arguments may come from anybody, so a word joiner, which nobody sees, is put in between.
// run() lets everything the program says pass through a Log; only annotations, which are meant for the runner, bypass it.

#include <ostream>
#include <streambuf>
#include <string>

namespace pressrum {

// Nothing in it is an order.
std::string no_orders(std::string text);
// Nothing within a line is one: for what is an order itself.
std::string no_orders_within(std::string text);
// Likewise for JSON, where the text is the same once it is read.
std::string no_orders_in_json(std::string json);

// Hands whole lines on to another stream, and at a flush whatever there is.
class LogLines : public std::streambuf {
public:
    explicit LogLines(std::ostream& to) : to_(to) {}
    ~LogLines() override { hand_on(waiting_.size()); }
    LogLines(const LogLines&) = delete;
    LogLines& operator=(const LogLines&) = delete;

private:
    int_type overflow(int_type c) override;
    std::streamsize xsputn(const char* text, std::streamsize count) override;
    int sync() override;
    void hand_on(std::size_t count);

    std::ostream& to_;
    std::string waiting_;  // the last line, which is not whole yet
};

// A stream in front of another, through which no order passes.
class Log : public std::ostream {
public:
    explicit Log(std::ostream& to) : std::ostream(nullptr), lines_(to) { rdbuf(&lines_); }

private:
    LogLines lines_;
};

}  // namespace pressrum
