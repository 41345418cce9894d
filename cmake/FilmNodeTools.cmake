# What tests run with Node: the packages and scripts of the calling folder, put together under the
# build tree, where npm may fetch.

find_program(FILM_NODE node)
find_program(FILM_NPM npm)
if(NOT FILM_NODE OR NOT FILM_NPM)
    message(WARNING "node or npm is missing, so the tests that need them will fail. "
        "scripts/install_dependencies.sh installs both.")
endif()

# A target `name` and a test of the same name that builds it, a fixture of that name for the tests
# that need it. FOLDER: the variable that says where it is. Not part of the build, which needs no
# network; if it fails the tests are not run, and that is a failure.
function(film_add_node_tool name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "FOLDER" "SOURCES")
    set(folder ${CMAKE_CURRENT_BINARY_DIR}/client)
    add_custom_command(OUTPUT ${folder}/fetched
        COMMAND ${CMAKE_COMMAND} -E make_directory ${folder}
        COMMAND ${CMAKE_COMMAND} -E copy package.json package-lock.json ${folder}
        COMMAND ${CMAKE_COMMAND} -E chdir ${folder} ${FILM_NPM} ci --ignore-scripts --no-audit --no-fund
        COMMAND ${CMAKE_COMMAND} -E touch ${folder}/fetched
        DEPENDS package.json package-lock.json
        WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR}
        VERBATIM)
    add_custom_command(OUTPUT ${folder}/copied
        COMMAND ${CMAKE_COMMAND} -E copy ${arg_SOURCES} ${folder}
        COMMAND ${CMAKE_COMMAND} -E touch ${folder}/copied
        DEPENDS ${folder}/fetched ${arg_SOURCES}
        WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR}
        VERBATIM)
    add_custom_target(${name} DEPENDS ${folder}/copied)
    add_test(NAME ${name}
        COMMAND ${CMAKE_COMMAND} --build ${CMAKE_BINARY_DIR} --target ${name})
    set_tests_properties(${name} PROPERTIES TIMEOUT 300 LABELS e2e FIXTURES_SETUP ${name})
    set(${arg_FOLDER} ${folder} PARENT_SCOPE)
endfunction()
