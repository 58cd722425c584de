// Documents that are broken as a whole: cut off, doubled, bombs, bytes that are no text.
#include <nlohmann/json.hpp>

#include "support/catch.hpp"
#include "support/documents.hpp"

namespace kith::exchange {
namespace {

using test::ana;
using test::anas_document;
using test::furnish;
using test::ImportHouse;
using test::kAnasUid;
using test::refusal;

std::string full_export() {
  ImportHouse house;
  furnish(house);
  return house.to_json();
}

TEST_CASE("json refusals: an export cut off anywhere is refused, and changes nothing",
          "[json][refusals]") {
  const std::string text = full_export();
  ImportHouse house;
  for (std::size_t length = 0; length + 2 < text.size(); length += 50) {
    CAPTURE(length);
    try {
      house.json(text.substr(0, length));
      FAIL("read half of it");
    } catch (const DataError& error) {
      CHECK(error.position());
    }
    REQUIRE(house.store.people().count() == 0);
  }
  CHECK(house.store.journal().history(1).empty());
  CHECK(house.json(text).people == ImportCount{.imported = 3});  // and is none the worse for it
}

TEST_CASE("json refusals: the newline at the end may be missing, the brace may not",
          "[json][refusals]") {
  const std::string text = full_export();
  ImportHouse house;
  CHECK(house.json(text.substr(0, text.size() - 1)).people == ImportCount{.imported = 3});
  CHECK(refusal(text.substr(0, text.size() - 2)).find("not JSON") != std::string::npos);
}

TEST_CASE("json refusals: a byte changed anywhere is read or refused, never half kept",
          "[json][refusals]") {
  const std::string text = full_export();
  for (std::size_t at = 0; at < text.size(); at += 37) {
    std::string bent = text;
    bent[at] = bent[at] == '"' ? '{' : '"';
    ImportHouse house;
    CAPTURE(at);
    try {
      house.json(bent);
      CHECK(house.store.journal().history(9).size() <= 1);
    } catch (const Error&) {
      CHECK(house.store.people().count() == 0);
    }
  }
}

TEST_CASE("json refusals: two documents in one file are not one", "[json][refusals]") {
  const std::string text = anas_document("");
  CHECK(refusal(text + text).find("line 2") == 0);
  CHECK(refusal(text + "\n" + text).find("not JSON") != std::string::npos);
  CHECK(refusal("[" + text + "]") == "line 1, column 1: not a kith document");
  CHECK(refusal(text + ",") != "read it");
}

TEST_CASE("json refusals: a byte order mark is no matter", "[json][refusals]") {
  ImportHouse house;
  CHECK(house.json("\xEF\xBB\xBF" + anas_document("")).people == ImportCount{.imported = 1});
}

TEST_CASE("json refusals: a document has a format and a version, wherever they stand",
          "[json][refusals]") {
  ImportHouse house;
  CHECK(house.json("{\"people\":[" + ana() + "],\"version\":1,\"format\":\"kith\"}").people ==
        ImportCount{.imported = 1});
  CHECK(refusal("{\"people\":[" + ana() + "],\"version\":1}") ==
        "not a kith document: it has no \"format\":\"kith\"");
  CHECK(refusal("{\"people\":[" + ana() + "],\"format\":\"kith\"}") ==
        "the document does not say its version");
  for (const char* version : {"0",
                              "2",
                              "-1",
                              "1.0",
                              "\"1\"",
                              "null",
                              "true",
                              "{}",
                              "18446744073709551617",
                              "18446744073709551615"}) {
    CAPTURE(version);
    const std::string why =
        refusal("{\"format\":\"kith\",\"version\":" + std::string(version) + ",\"people\":[]}");
    CHECK(why.find("line 1, column ") == 0);
    CHECK(why.find("version") != std::string::npos);
  }
  for (const char* format : {"\"Kith\"", "7", "null", "{}", "\"\""}) {
    CAPTURE(format);
    CHECK(
        refusal("{\"format\":" + std::string(format) + ",\"version\":1}").find("the format is ") !=
        std::string::npos);
  }
}

TEST_CASE("json refusals: text that is no Unicode", "[json][refusals]") {
  const auto named = [](const std::string& name) {
    return refusal("{\"format\":\"kith\",\"version\":1,\"people\":[{\"uid\":\"" + kAnasUid +
                   "\",\"name\":\"" + name + "\"}]}");
  };
  CHECK(named("A\xFFna").find("not JSON") != std::string::npos);
  CHECK(named("A\xC3").find("not JSON") != std::string::npos);
  CHECK(named("A\xED\xA0\x80").find("not JSON") != std::string::npos);
  CHECK(named("A\\uD800").find("not JSON") != std::string::npos);
  CHECK(named("A\\uDC00\\uD800").find("not JSON") != std::string::npos);
  CHECK(named("A\\uD83C\\uDF75") == "read it");                 // a pair is a character
  CHECK(named("A\nna").find("not JSON") != std::string::npos);  // a line end must be escaped
  CHECK(named("\\u0000\\u0007 ").find("name: there is nothing in it") != std::string::npos);
}

TEST_CASE("json refusals: control characters in text do not come in", "[json][refusals]") {
  ImportHouse house;
  house.json("{\"format\":\"kith\",\"version\":1,\"people\":[{\"uid\":\"" + kAnasUid +
             "\",\"name\":\"A\\u0000n\\u001b[31ma\",\"met\":\"a\\nb\\u0000\"}]}");
  const Person ana = house.only("An[31ma");
  CHECK(ana.met == "a\nb");
}

TEST_CASE("json refusals: messages show nothing that moves a cursor", "[json][refusals]") {
  for (const std::string& text :
       {std::string("{\"format\":\"\\u001b[2J\\u009b\"}"),
        anas_document(",\"circle\":\"\\u001b[2J\\u202e\""),
        std::string("{\"format\":\"kith\",\"version\":1,\"\\u001b[2J\":{},\"people\":7}"),
        std::string("{\"format\":\"\x1B[2J\"}")}) {
    const std::string why = refusal(text);
    CAPTURE(why);
    CHECK(why != "read it");
    CHECK(why.find('\x1B') == std::string::npos);
    CHECK(why.find("\xC2\x9B") == std::string::npos);
    CHECK(why.find("\xE2\x80\xAE") == std::string::npos);
    CHECK(why.size() < 400);
  }
}

TEST_CASE("json refusals: a message never repeats a book", "[json][refusals]") {
  const std::string book(100'000, 'x');
  CHECK(refusal("{\"format\":\"" + book + "\"}").size() < 400);
  CHECK(refusal("{\"format\":\"kith\",\"version\":\"" + book + "\"}").size() < 400);
  CHECK(refusal(anas_document(",\"circle\":\"" + book + "\"")).size() < 400);
  CHECK(refusal(anas_document(",\"birthday\":\"" + book + "\"")).size() < 400);
  CHECK(refusal("{\"format\":\"kith\",\"version\":1,\"people\":[{\"uid\":\"" + book + "\"}]}")
            .size() < 400);
}

TEST_CASE("json refusals: depth is counted wherever it is", "[json][refusals]") {
  const auto nested = [](int depth) {
    return std::string(static_cast<std::size_t>(depth), '[') +
           std::string(static_cast<std::size_t>(depth), ']');
  };
  ImportHouse house;
  CHECK(house.json("{\"format\":\"kith\",\"version\":1,\"x\":" + nested(60) + "}").people.sum() ==
        0);
  const std::string deep = "nested more than 64 deep";
  CHECK(refusal("{\"x\":" + nested(64) + "}").find(deep) != std::string::npos);
  CHECK(refusal(anas_document(",\"x\":" + nested(64))).find(deep) != std::string::npos);
  CHECK(refusal(std::string(100'000, '{')) != "read it");
}

TEST_CASE("json refusals: a record twice in one file comes in once", "[json][refusals]") {
  ImportHouse house;
  const ImportReport report =
      house.json("{\"format\":\"kith\",\"version\":1,\"people\":[" + ana(",\"city\":\"Bern\"") +
                 "," + ana(",\"city\":\"Basel\"") + "]}");
  CHECK(report.people == ImportCount{.imported = 1, .unchanged = 1});
  CHECK(house.only("Ana Lim").city == "Bern");
}

TEST_CASE("json refusals: two records of different kinds may not share a mistake",
          "[json][refusals]") {
  // The first wrong record is named, and what was right before it is not kept.
  const std::string why = refusal("{\"format\":\"kith\",\"version\":1,\n\"people\":[\n" + ana() +
                                  ",\n{\"uid\":\"x\"}\n]}");
  CHECK(why.find("line 4, column ") == 0);
}

}  // namespace
}  // namespace kith::exchange
