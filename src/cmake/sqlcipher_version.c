/* Says which SQLCipher this is, on which SQLite; fails, saying why, if it is too old for kith. */
#include <sqlite3.h>
#include <stdio.h>

static int too_old(const char* cipher) {
  int major = 0;
  int minor = 0;
  sscanf(cipher, "%d.%d", &major, &minor);
  return major < 4 || (major == 4 && minor < 5) || sqlite3_libversion_number() < 3038000;
}

int main(void) {
  sqlite3* db = NULL;
  sqlite3_stmt* question = NULL;
  const char* cipher = NULL;
  if (sqlite3_open(":memory:", &db) == SQLITE_OK &&
      sqlite3_prepare_v2(db, "PRAGMA cipher_version", -1, &question, NULL) == SQLITE_OK &&
      sqlite3_step(question) == SQLITE_ROW) {
    cipher = (const char*)sqlite3_column_text(question, 0);
  }
  if (cipher == NULL) {
    printf("what is called sqlcipher here is SQLite %s, and cannot encrypt", sqlite3_libversion());
    return 1;
  }
  printf("SQLCipher %s on SQLite %s", cipher, sqlite3_libversion());
  if (too_old(cipher)) {
    printf(" is too old: kith needs SQLCipher 4.5 on SQLite 3.38 or later, for STRICT tables, UPSERT, "
           "FTS5 and SQLCipher's format of today");
    return 1;
  }
  return 0;
}
