/* A library that says it is the SQLCipher of Debian 12, for the test that it is refused. */
static int asked = 0;
const char* sqlite3_libversion(void) { return "3.15.2"; }
int sqlite3_libversion_number(void) { return 3015002; }
int sqlite3_open(const char* file, void** db) { return *db = (void*)file, 0; }
int sqlite3_prepare_v2(void* db, const char* sql, int bytes, void** statement, const char** tail) {
  (void)sql, (void)bytes, (void)tail;
  return *statement = db, 0;
}
int sqlite3_step(void* statement) { return (void)statement, asked++ == 0 ? 100 : 101; }
const unsigned char* sqlite3_column_text(void* statement, int column) {
  return (void)statement, (void)column, (const unsigned char*)"3.4.1";
}
