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
find_program(KITH_LOWDOWN lowdown)
if(KITH_LOWDOWN)
  file(GLOB pages CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/docs/manual/*.md)
  set(manuals)
  foreach(page IN LISTS pages)
    get_filename_component(name ${page} NAME_WE)
    if(NOT name STREQUAL "kith")
      string(PREPEND name "kith-")
    endif()
    set(manual ${CMAKE_CURRENT_BINARY_DIR}/man/${name}.1)
    add_custom_command(OUTPUT ${manual}
      COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_CURRENT_BINARY_DIR}/man
      COMMAND ${KITH_LOWDOWN} -s -Tman -M title=${name} -M section=1 -o ${manual} ${page}
      DEPENDS ${page})
    list(APPEND manuals ${manual})
  endforeach()
  add_custom_target(kith_manual ALL DEPENDS ${manuals})
  install(FILES ${manuals} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
endif()
