# A Debian package: `cpack -G DEB` in the build folder. Its dependencies are asked of the binary
# (dpkg-shlibdeps), so that they are right wherever it is built.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME kith)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_CONTACT "The kith authors <authors@kith.invalid>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "less")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "age, bash-completion, vdirsyncer, xdg-utils")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "personal contact-network tracker for the terminal")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"kith remembers the people you know and when you last were in touch: a plain
sentence logs a coffee, and on a quiet morning it names a handful of people
who it would be good to call, each with a reason that can be checked.

Everything is in one private file; nothing is ever sent anywhere. It draws a
map of your network, says who can introduce you to whom, reads address books,
LinkedIn exports and mailboxes, and keeps in step with a phone through a
folder of cards.")

# What only a package of Debian's has: made here, put in place when it is packed.
set(KITH_DEBIAN ${CMAKE_CURRENT_BINARY_DIR}/debian)
string(TIMESTAMP day "%a, %d %b %Y %H:%M:%S +0000" UTC)
file(WRITE ${KITH_DEBIAN}/changelog.Debian "kith (${PROJECT_VERSION}-1) unstable; urgency=medium

  * Packaged as built by CPack; changelog.gz tells what is new.

 -- ${CPACK_PACKAGE_CONTACT}  ${day}
")
file(READ ${PROJECT_SOURCE_DIR}/LICENSE license)
string(REGEX REPLACE "^MIT License\n\nCopyright[^\n]*\n\n" "" license "${license}")
string(STRIP "${license}" license)
string(REPLACE "\n\n" "\n.\n" license "${license}")
string(REPLACE "\n" "\n " license "${license}")
file(WRITE ${KITH_DEBIAN}/copyright "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: kith

Files: *
Copyright: 2026 The kith authors
License: Expat
 ${license}
")
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_BINARY_DIR}/debian/finish.cmake)
file(CONFIGURE OUTPUT ${KITH_DEBIAN}/finish.cmake @ONLY CONTENT [[
# Run by CPack when the files are gathered: what Debian wants compressed, and what it wants beside.
set(usr "${CPACK_TEMPORARY_DIRECTORY}/usr")
if(NOT IS_DIRECTORY "${usr}/bin")
  set(usr "${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr")
endif()
set(doc "${usr}/share/doc/kith")
file(MAKE_DIRECTORY "${doc}")
file(COPY "@KITH_DEBIAN@/copyright" DESTINATION "${doc}")
file(COPY "@KITH_DEBIAN@/changelog.Debian" DESTINATION "${doc}")
file(COPY "@PROJECT_SOURCE_DIR@/docs/changelog.md" DESTINATION "${doc}")
file(RENAME "${doc}/changelog.md" "${doc}/changelog")
file(REMOVE "${doc}/LICENSE")  # the copyright file has it
file(GLOB compressed "${usr}/share/man/man1/*.1" "${doc}/changelog" "${doc}/changelog.Debian")
execute_process(COMMAND gzip -9nf ${compressed} COMMAND_ERROR_IS_FATAL ANY)
file(GLOB plain "${doc}/*" "${usr}/share/man/man1/*")
foreach(file IN LISTS plain)
  if(NOT IS_DIRECTORY "${file}")
    file(CHMOD "${file}" PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
  endif()
endforeach()
]])
include(CPack)
