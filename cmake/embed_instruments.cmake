# SPDX-License-Identifier: MIT
# Writes OUTPUT, a C++ source that holds the text of every FOLDER/*.json. Run with cmake -P.
file(GLOB files ${FOLDER}/*.json)
list(SORT files)
set(entries "")
foreach(path IN LISTS files)
  get_filename_component(name ${path} NAME)
  file(READ ${path} text)
  string(APPEND entries "      {\"${name}\", R\"json(${text})json\"},\n")
endforeach()
file(WRITE ${OUTPUT} "// Made by cmake/embed_instruments.cmake from instruments/*.json.
#include \"instrument/built_in.h\"

namespace fatigue {

std::vector<BuiltInText> BuiltInTexts() {
  return {
${entries}  };
}

}  // namespace fatigue
")
