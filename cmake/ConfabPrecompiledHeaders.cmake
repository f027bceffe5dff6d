# Parses the headers of Qt and of the standard library once instead of in each of some 700 files, which takes longer than
# all the rest of a build. Only those of other projects: ours have to include what they need, and a build without this,
# such as the release build, tells when one does not.

option(CONFAB_PRECOMPILED_HEADERS "Parse the headers of Qt and of the standard library once for all targets" OFF)

# After confab_flags is complete: what uses them is compiled with the same flags.
function(confab_precompile_headers)
    if(NOT CONFAB_PRECOMPILED_HEADERS)
        return()
    endif()
    set(folder ${CMAKE_SOURCE_DIR}/cmake/precompiled)
    add_library(confab_precompiled OBJECT ${folder}/empty.cpp)
    target_link_libraries(confab_precompiled PRIVATE Qt6::Core confab_flags)
    target_precompile_headers(confab_precompiled PRIVATE ${folder}/headers.h)
endfunction()

function(confab_use_precompiled_headers target)
    if(CONFAB_PRECOMPILED_HEADERS)
        target_precompile_headers(${target} REUSE_FROM confab_precompiled)
    endif()
endfunction()
