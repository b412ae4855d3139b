# cmake -D NM= -D ARCHIVE= -D FUNCTIONS= -P libm_symbols.cmake: fails where an object of ARCHIVE calls
# one of FUNCTIONS, its float or its long double form, or sincos, under the system's name.
execute_process(COMMAND ${NM} -u ${ARCHIVE} OUTPUT_VARIABLE symbols COMMAND_ERROR_IS_FATAL ANY)
list(JOIN FUNCTIONS "|" names)
string(REGEX MATCHALL "[ \t]U _?((${names})[fl]?|sincos[fl]?)\n" found "${symbols}")
if(found)
  list(TRANSFORM found STRIP)
  list(REMOVE_DUPLICATES found)
  message(FATAL_ERROR "${ARCHIVE} calls the system's libm: ${found}")
endif()
string(FIND "${symbols}" "topline_exp" ours)
if(ours EQUAL -1)
  message(FATAL_ERROR "${ARCHIVE} doesn't call topline_exp: is this the right archive?")
endif()
