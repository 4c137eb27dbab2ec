// Catch2's own main takes long to compile: here, once.
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
