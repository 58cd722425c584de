/* Tries what kith needs of SQLCipher; says what fails. */
#include <sqlite3.h>
#include <stdio.h>

static int tried(sqlite3* db, const char* what, const char* sql) {
  if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK) {
    printf("this SQLCipher was built without %s (%s)", what, sqlite3_errmsg(db));
    return 0;
  }
  return 1;
}

int main(void) {
  sqlite3* db = NULL;
  sqlite3_session* session = NULL;
  unsigned char* image = NULL;
  sqlite3_int64 size = 0;
  if (sqlite3_open(":memory:", &db) != SQLITE_OK || sqlite3_key_v2(db, "main", "key", 3) != SQLITE_OK) {
    printf("this SQLCipher takes no key");
    return 1;
  }
  if (!tried(db, "STRICT tables", "CREATE TABLE one(id INTEGER PRIMARY KEY, word TEXT) STRICT") ||
      !tried(db,
             "UPSERT",
             "INSERT INTO one VALUES(1, 'a') ON CONFLICT(id) DO UPDATE SET word = excluded.word") ||
      !tried(db, "FTS5", "CREATE VIRTUAL TABLE words USING fts5(body, content='')") ||
      !tried(db,
             "sqlcipher_export",
             "ATTACH ':memory:' AS other KEY ''; SELECT sqlcipher_export('other')")) {
    return 1;
  }
  if (sqlite3session_create(db, "main", &session) != SQLITE_OK) {
    printf("this SQLCipher was built without the session extension");
    return 1;
  }
  sqlite3session_delete(session);
  image = sqlite3_serialize(db, "main", &size, 0);
  if (image == NULL ||
      sqlite3_deserialize(db, "other", image, size, size, SQLITE_DESERIALIZE_FREEONCLOSE) != SQLITE_OK) {
    printf("this SQLCipher cannot read a database from memory");
    return 1;
  }
  return 0;
}
