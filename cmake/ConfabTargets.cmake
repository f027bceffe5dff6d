# How every target of the project is compiled: language level, warnings, Qt macros and sanitizers in one place.

include(ConfabPrecompiledHeaders)

add_library(confab_flags INTERFACE)
target_compile_features(confab_flags INTERFACE cxx_std_20)

target_compile_options(confab_flags INTERFACE
    -Wall -Wextra -Wpedantic -Werror
    -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Woverloaded-virtual
    -Wcast-align -Wformat=2 -Wimplicit-fallthrough -Wnull-dereference
    -fno-omit-frame-pointer)
# GCC 12 reports null dereferences and out-of-bounds accesses inside Qt's own inline containers when it optimises.
target_compile_options(confab_flags INTERFACE
    $<$<CXX_COMPILER_ID:GNU>:-Wno-null-dereference>
    $<$<CXX_COMPILER_ID:GNU>:-Wno-error=stringop-overflow>
    $<$<CXX_COMPILER_ID:GNU>:-Wno-error=array-bounds>)

# At link time it also warns of sizes in QHash that can never come about.
target_link_options(confab_flags INTERFACE
    $<$<CXX_COMPILER_ID:GNU>:-Wno-alloc-size-larger-than>)

target_compile_definitions(confab_flags INTERFACE
    QT_NO_KEYWORDS
    QT_NO_FOREACH
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING
    QT_NO_CONTEXTLESS_CONNECT
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_USE_QSTRINGBUILDER
    QT_STRICT_ITERATORS
    QT_DEPRECATED_WARNINGS_SINCE=0x060400
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)

if(CONFAB_SANITIZERS)
    target_compile_options(confab_flags INTERFACE -fsanitize=${CONFAB_SANITIZERS} -fno-sanitize-recover=all -g)
    target_link_options(confab_flags INTERFACE -fsanitize=${CONFAB_SANITIZERS})
endif()

confab_precompile_headers()

# confab_add_library(net SOURCES a.cpp b.cpp DEPENDS protocol Qt6::Network)
# One static library for one folder of server/ or app/, which are the include roots: `#include "net/worker.h"`.
function(confab_add_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;DEPENDS;PRIVATE_DEPENDS" ${ARGN})
    add_library(confab_${name} STATIC ${ARG_SOURCES})
    add_library(confab::${name} ALIAS confab_${name})
    string(REGEX MATCH "^${CMAKE_SOURCE_DIR}/[^/]+" root ${CMAKE_CURRENT_SOURCE_DIR})
    target_include_directories(confab_${name} PUBLIC ${root})
    target_link_libraries(confab_${name} PUBLIC ${ARG_DEPENDS} PRIVATE confab_flags ${ARG_PRIVATE_DEPENDS})
    set_target_properties(confab_${name} PROPERTIES AUTOMOC ON)
    confab_use_precompiled_headers(confab_${name})
endfunction()

# confab_add_program(name SOURCES main.cpp DEPENDS confab::socketio)
function(confab_add_program name)
    cmake_parse_arguments(ARG "" "" "SOURCES;DEPENDS" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE ${ARG_DEPENDS} confab_flags)
    confab_use_precompiled_headers(${name})
endfunction()

# confab_add_unit_tests(net TESTS tst_mailbox.cpp … DEPENDS confab::net [SOURCES shared.h] [TIMEOUT 60])
# One executable and one test for each file, named after the prefix and the file: net-tst_mailbox.
function(confab_add_unit_tests prefix)
    cmake_parse_arguments(ARG "" "TIMEOUT" "TESTS;DEPENDS;SOURCES" ${ARGN})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 60)
    endif()
    foreach(source IN LISTS ARG_TESTS)
        get_filename_component(file ${source} NAME_WE)
        set(name ${prefix}-${file})
        confab_add_program(${name} SOURCES ${source} ${ARG_SOURCES} DEPENDS ${ARG_DEPENDS} Qt6::Test)
        set_target_properties(${name} PROPERTIES AUTOMOC ON)
        target_include_directories(${name} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
        # What moc makes of a test is included by the test; this file is nearly always empty.
        set_source_files_properties(${CMAKE_CURRENT_BINARY_DIR}/${name}_autogen/mocs_compilation.cpp
            PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
        add_test(NAME ${name} COMMAND ${name})
        set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT})
    endforeach()
endfunction()
