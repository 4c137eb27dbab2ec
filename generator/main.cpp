#include "cli/run.hpp"

int main(int count, char** arguments) { return pressrum::run(count, arguments); }
