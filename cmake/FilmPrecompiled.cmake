# What nearly every test includes, read once (FILM_PRECOMPILE). Two thirds of the time that a test takes
# to compile are headers of Qt and of the standard library. Only for what is not compiled as unity, and only where
# no compiler cache is warm: each tree has its own, so that nothing is found in the cache of another.

# Qt's libraries that `target` is compiled against, through all that it links.
function(film_qt_libraries target out)
    get_property(known GLOBAL PROPERTY FILM_QT_OF_${target} SET)
    if(NOT known)
        set_property(GLOBAL PROPERTY FILM_QT_OF_${target} "") # ends a circle
        set(found)
        get_target_property(type ${target} TYPE)
        if(type STREQUAL "EXECUTABLE")
            get_target_property(links ${target} LINK_LIBRARIES)
        else()
            get_target_property(links ${target} INTERFACE_LINK_LIBRARIES) # what it passes on
        endif()
        foreach(link IN LISTS links)
            if(link MATCHES "^Qt6::(Network|Gui|Widgets)$")
                list(APPEND found ${CMAKE_MATCH_1})
                if(CMAKE_MATCH_1 STREQUAL "Widgets")
                    list(APPEND found Gui)
                endif()
            elseif(link STREQUAL "Qt6::WebSockets")
                list(APPEND found Network)
            elseif(link MATCHES "^film_" AND TARGET ${link})
                film_qt_libraries(${link} theirs)
                list(APPEND found ${theirs})
            endif()
        endforeach()
        list(REMOVE_DUPLICATES found)
        list(SORT found)
        set_property(GLOBAL PROPERTY FILM_QT_OF_${target} "${found}")
    endif()
    get_property(found GLOBAL PROPERTY FILM_QT_OF_${target})
    set(${out} "${found}" PARENT_SCOPE)
endfunction()

# The headers themselves belong to a target of their own, one for each set of Qt's libraries:
# QtTest includes other things where there are windows or a network.
function(film_precompiled_for libraries out)
    string(JOIN _ name film_precompiled ${libraries})
    string(TOLOWER ${name} name)
    if(NOT TARGET ${name})
        file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/${name}.cpp CONTENT "")
        add_library(${name} OBJECT ${CMAKE_BINARY_DIR}/${name}.cpp)
        film_common_settings(${name})
        set_target_properties(${name} PROPERTIES AUTOMOC OFF AUTORCC OFF)
        target_link_libraries(${name} PRIVATE Qt6::Test)
        foreach(library IN LISTS libraries)
            target_link_libraries(${name} PRIVATE Qt6::${library})
        endforeach()
        target_precompile_headers(${name} PRIVATE
            <QDateTime> <QFuture> <QJsonArray> <QJsonDocument> <QJsonObject> <QSignalSpy> <QTemporaryDir> <QTest> <QTimeZone>
            <algorithm> <chrono> <functional> <map> <memory> <optional> <ranges> <variant> <vector>)
        if(Network IN_LIST libraries)
            target_precompile_headers(${name} PRIVATE <QTcpSocket>)
        endif()
        if(Widgets IN_LIST libraries)
            target_precompile_headers(${name} PRIVATE
                <QApplication> <QLabel> <QMainWindow> <QPushButton> <QTableView>)
        endif()
    endif()
    set(${out} ${name} PARENT_SCOPE)
endfunction()

# For the targets of the global property FILM_PRECOMPILED. Last, when all that they link is known.
function(film_precompile)
    # Where a test was built is of no use here (QFINDTESTDATA), and it would differ from folder to folder.
    set_target_properties(Qt6::Test PROPERTIES INTERFACE_COMPILE_DEFINITIONS QT_TESTLIB_LIB)
    get_property(targets GLOBAL PROPERTY FILM_PRECOMPILED)
    foreach(target IN LISTS targets)
        film_qt_libraries(${target} libraries)
        film_precompiled_for("${libraries}" headers)
        target_precompile_headers(${target} REUSE_FROM ${headers})
    endforeach()
endfunction()
