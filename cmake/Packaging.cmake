# The Debian package of the server: scripts/package-server.sh makes it. The desktop app is not in it.

include(GNUInstallDirs)
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON) # a package needs the server, not the tests

install(TARGETS filmtracker-server filmtracker-admin
    RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT server)
install(FILES
    ${PROJECT_SOURCE_DIR}/deploy/systemd/filmtracker-server.service
    ${PROJECT_SOURCE_DIR}/deploy/systemd/filmtracker-server@.service
    DESTINATION /lib/systemd/system COMPONENT server)
foreach(job backup-full backup-diff backup-incr verify-backup verify-restore backup-application)
    install(FILES
        ${PROJECT_SOURCE_DIR}/deploy/systemd/filmtracker-${job}.service
        ${PROJECT_SOURCE_DIR}/deploy/systemd/filmtracker-${job}.timer
        DESTINATION /lib/systemd/system COMPONENT server)
endforeach()
install(PROGRAMS
    ${PROJECT_SOURCE_DIR}/scripts/backup-application.sh
    ${PROJECT_SOURCE_DIR}/scripts/backup-database.sh
    ${PROJECT_SOURCE_DIR}/scripts/blue-green-deploy.sh
    ${PROJECT_SOURCE_DIR}/scripts/database-report.sh
    ${PROJECT_SOURCE_DIR}/scripts/diagnose-service.sh
    ${PROJECT_SOURCE_DIR}/scripts/health-check.sh
    ${PROJECT_SOURCE_DIR}/scripts/performance-test.sh
    ${PROJECT_SOURCE_DIR}/scripts/restore-application.sh
    ${PROJECT_SOURCE_DIR}/scripts/restore-database.sh
    ${PROJECT_SOURCE_DIR}/scripts/scale.sh
    ${PROJECT_SOURCE_DIR}/scripts/security-audit.sh
    ${PROJECT_SOURCE_DIR}/scripts/update-db-config.sh
    ${PROJECT_SOURCE_DIR}/scripts/update-load-balancer.sh
    ${PROJECT_SOURCE_DIR}/scripts/verify-backup.sh
    DESTINATION /usr/lib/filmtracker COMPONENT server)
install(FILES ${PROJECT_SOURCE_DIR}/scripts/lib/operations.sh
    DESTINATION /usr/lib/filmtracker/lib COMPONENT server)
install(PROGRAMS ${PROJECT_SOURCE_DIR}/scripts/lib/audit.py
    DESTINATION /usr/lib/filmtracker/lib COMPONENT server)
install(FILES ${PROJECT_SOURCE_DIR}/deploy/operations.env
    DESTINATION /usr/share/doc/filmtracker-server/examples COMPONENT server)
install(FILES
    ${PROJECT_SOURCE_DIR}/deploy/systemd/server.conf
    ${PROJECT_SOURCE_DIR}/deploy/systemd/blue.env
    ${PROJECT_SOURCE_DIR}/deploy/systemd/green.env
    DESTINATION /etc/filmtracker COMPONENT server)
install(FILES
    ${PROJECT_SOURCE_DIR}/packaging/debian/copyright
    ${PROJECT_SOURCE_DIR}/packaging/debian/README.Debian
    ${PROJECT_SOURCE_DIR}/docs/operations.md
    ${PROJECT_SOURCE_DIR}/docs/operations-coverage.md
    DESTINATION /usr/share/doc/filmtracker-server COMPONENT server)
# Whoever is woken may have no network but the one to this machine.
install(DIRECTORY ${PROJECT_SOURCE_DIR}/docs/runbooks
    DESTINATION /usr/share/doc/filmtracker-server COMPONENT server)

set(CPACK_GENERATOR DEB)
set(CPACK_COMPONENTS_ALL server)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_PACKAGE_CONTACT "The authors of Film Tracker <filmtracker@localhost>")
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_SERVER_PACKAGE_NAME filmtracker-server)
set(CPACK_DEBIAN_SERVER_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_SERVER_DESCRIPTION "Film Tracker sync server and administration
Takes the hours that a film crew records without a network, keeps them
in SQLite or PostgreSQL, and tells every device what the others wrote.
With an HTTP API, a web console and metrics.")
set(CPACK_DEBIAN_SERVER_PACKAGE_SECTION net)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What is loaded at run time and so seen by no linker, and what the maintainer scripts need.
set(CPACK_DEBIAN_SERVER_PACKAGE_DEPENDS
    "adduser, init-system-helpers (>= 1.52), libqt6sql6-sqlite, libqt6sql6-psql, tzdata")
set(CPACK_DEBIAN_SERVER_PACKAGE_RECOMMENDS "ca-certificates, curl, iproute2, jq, procps, python3, sqlite3, age")
set(CPACK_DEBIAN_SERVER_PACKAGE_SUGGESTS "postgresql, pgbackrest, prometheus, nginx | haproxy")
set(CPACK_DEBIAN_SERVER_PACKAGE_CONTROL_STRICT_PERMISSION ON)
foreach(file conffiles postinst prerm postrm)
    list(APPEND CPACK_DEBIAN_SERVER_PACKAGE_CONTROL_EXTRA
        ${PROJECT_SOURCE_DIR}/packaging/debian/${file})
endforeach()
include(CPack)
