# What `cmake --install` puts where: the binary, completions that it writes itself, manual pages.
install(TARGETS kith RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})

if(NOT CMAKE_CROSSCOMPILING)
  set(completions ${CMAKE_CURRENT_BINARY_DIR}/completions)
  add_custom_command(OUTPUT ${completions}/kith ${completions}/_kith ${completions}/kith.fish
    COMMAND ${CMAKE_COMMAND} -E make_directory ${completions}
    COMMAND kith completion bash > ${completions}/kith
    COMMAND kith completion zsh > ${completions}/_kith
    COMMAND kith completion fish > ${completions}/kith.fish
    DEPENDS kith
    COMMENT "Writing completions")
  add_custom_target(kith_completions ALL
    DEPENDS ${completions}/kith ${completions}/_kith ${completions}/kith.fish)
  install(FILES ${completions}/kith DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
  install(FILES ${completions}/_kith DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
  install(FILES ${completions}/kith.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
endif()

# docs/manual/kith.md is kith(1), docs/manual/add.md is kith-add(1).
if(NOT CMAKE_CROSSCOMPILING)
  add_executable(kith_manpage cli/manpage/main.cpp)
  target_compile_features(kith_manpage PRIVATE cxx_std_20)
  target_link_libraries(kith_manpage PRIVATE kith_warnings)
  file(GLOB pages CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/docs/manual/*.md)
  set(manuals)
  set(made ${CMAKE_CURRENT_BINARY_DIR}/man)
  file(MAKE_DIRECTORY ${made})
  foreach(page IN LISTS pages)
    get_filename_component(name ${page} NAME_WE)
    if(NOT name STREQUAL "kith")
      string(PREPEND name "kith-")
    endif()
    set(manual ${made}/${name}.1)
    add_custom_command(OUTPUT ${manual}
      COMMAND kith_manpage ${PROJECT_VERSION} ${page} > ${manual}
      DEPENDS kith_manpage ${page}
      COMMENT "")
    list(APPEND manuals ${manual})
  endforeach()
  add_custom_target(kith_manual ALL DEPENDS ${manuals})
  install(FILES ${manuals} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
endif()

install(FILES ${PROJECT_SOURCE_DIR}/README.md ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES ${PROJECT_SOURCE_DIR}/docs/kith.schema.json DESTINATION ${CMAKE_INSTALL_DATADIR}/kith)
