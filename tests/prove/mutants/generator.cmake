# Added to the copy of generator/CMakeLists.txt. What every source includes comes first as a precompiled header, and with it the mutants' own.
add_library(pressrum_mutants STATIC ${CMAKE_SOURCE_DIR}/tests/prove/mutants/mutants.cpp)
foreach(target IN ITEMS pressrum_core pressrum_cli pressrum-photos)
  target_link_libraries(${target} PRIVATE pressrum_mutants)
  target_precompile_headers(${target} PRIVATE ${CMAKE_SOURCE_DIR}/tests/prove/mutants/mutants.hpp
    <algorithm> <array> <chrono> <filesystem> <functional> <map> <memory> <optional> <set> <string> <string_view> <utility> <variant> <vector>)
endforeach()
target_precompile_headers(pressrum_core PRIVATE <nlohmann/json.hpp> <fmt/format.h>)
