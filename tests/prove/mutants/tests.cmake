# Added to the copy of tests/CMakeLists.txt.
target_precompile_headers(pressrum_tests PRIVATE <catch2/catch.hpp> <algorithm> <filesystem> <fstream> <map> <optional> <set> <sstream> <string> <vector>)
target_precompile_headers(pressrum_photo_tests PRIVATE <catch2/catch.hpp>)
