# The only ways a target is made here. See docs/architecture.md for who may use whom.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTORCC ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

set(FILM_WARNINGS -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Wold-style-cast)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # GCC 12 sees one in every optimised std::optional that is compared or copied.
    list(APPEND FILM_WARNINGS -Wno-maybe-uninitialized)
    if(CMAKE_UNITY_BUILD)
        # It takes every file but the first of a batch for a header.
        list(APPEND FILM_WARNINGS -Wno-subobject-linkage)
    endif()
    if(FILM_ASSERTIONS)
        # Behind an assertion of QList it takes a length for one that may be negative.
        list(APPEND FILM_WARNINGS -Wno-stringop-overflow)
    endif()
endif()
if(FILM_WERROR)
    list(APPEND FILM_WARNINGS -Werror)
endif()

find_program(FILM_CCACHE ccache)
if(FILM_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${FILM_CCACHE})
endif()
find_program(FILM_MOLD mold)
if(FILM_MOLD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    add_link_options(-fuse-ld=mold)
endif()
if(FILM_SANITIZE)
    add_compile_options(-fsanitize=${FILM_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    add_link_options(-fsanitize=${FILM_SANITIZE})
    set(FILM_SLOWER 5) # what a time-out of a test is multiplied by
else()
    set(FILM_SLOWER 1)
endif()
if(FILM_SANITIZE MATCHES thread AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    add_compile_options(-Wno-tsan) # Qt's headers have fences, which it does not follow
endif()
if(FILM_FUZZ)
    add_compile_options(-fsanitize=fuzzer-no-link) # the fuzzer watches which branches are taken
endif()

function(film_common_settings name)
    target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR})
    target_compile_definitions(${name} PRIVATE
        QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_FOREACH
        QT_NO_CONTEXTLESS_CONNECT QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_USE_QSTRINGBUILDER
        QT_DISABLE_DEPRECATED_BEFORE=0x060400)
    if(FILM_ASSERTIONS)
        # Qt's targets define QT_NO_DEBUG in everything but Debug, which leaves Q_ASSERT out.
        target_compile_definitions(${name} PRIVATE QT_FORCE_ASSERTS)
    endif()
    target_compile_options(${name} PRIVATE ${FILM_WARNINGS})
endfunction()

# Under the thread sanitizer: how Qt hands things from thread to thread (tests/support/tsan_qt.cpp).
function(film_explain_qt_to_sanitizer name)
    if(FILM_SANITIZE MATCHES thread AND FILM_BUILD_TESTS)
        target_link_libraries(${name} PRIVATE film_tsan_qt)
    endif()
endfunction()

# A static library. Its link list is its list of allowed dependencies: tests/tidy checks that
# every #include in it comes from there, since headers of unlinked targets would still be found.
function(film_add_library name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;PUBLIC;PRIVATE")
    add_library(${name} STATIC ${arg_SOURCES})
    film_common_settings(${name})
    target_link_libraries(${name} PUBLIC ${arg_PUBLIC} PRIVATE ${arg_PRIVATE})
endfunction()

# A program that people run.
function(film_add_program name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINK")
    add_executable(${name} ${arg_SOURCES})
    film_common_settings(${name})
    target_link_libraries(${name} PRIVATE ${arg_LINK})
    film_explain_qt_to_sanitizer(${name})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
endfunction()

# A Qt Test program, known to ctest under its own name and the given labels
# (scripts/test.sh takes labels: unit, store, sync, ui, server, e2e, tidy, bench …).
function(film_add_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "TIMEOUT" "SOURCES;LINK;LABELS;ENVIRONMENT")
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 60)
    endif()
    add_executable(${name} ${arg_SOURCES})
    film_common_settings(${name})
    # Only the test class itself has slots, and it includes its moc: one call of moc for each test
    # instead of a search through its headers and a second file to compile.
    qt_generate_moc(${name}.cpp ${name}.moc TARGET ${name})
    target_sources(${name} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/${name}.moc)
    target_include_directories(${name} PRIVATE ${CMAKE_CURRENT_BINARY_DIR})
    target_link_libraries(${name} PRIVATE ${arg_LINK} Qt6::Test)
    film_explain_qt_to_sanitizer(${name})
    # Mostly one file each; and a file with its own moc does not go together with others.
    set_target_properties(${name} PROPERTIES UNITY_BUILD OFF)
    set_property(GLOBAL APPEND PROPERTY FILM_PRECOMPILED ${name})
    target_compile_definitions(${name} PRIVATE FILM_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
        FILM_BINARY_DIR="${CMAKE_BINARY_DIR}")
    add_test(NAME ${name} COMMAND ${name})
    math(EXPR timeout "${arg_TIMEOUT} * ${FILM_SLOWER}")
    set_tests_properties(${name} PROPERTIES
        TIMEOUT ${timeout} LABELS "${arg_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;TZ=UTC;LC_ALL=C.UTF-8;${arg_ENVIRONMENT}")
endfunction()
