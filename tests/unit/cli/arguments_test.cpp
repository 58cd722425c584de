// Reading words: what is declared is what is taken.
#include "cli/arguments.hpp"

#include "support/catch.hpp"
#include <kith/error.hpp>

using namespace kith;
using cli::Arguments;

namespace {

/// A command with one of everything.
struct Sample {
  Arguments args{};
  std::string who{};
  std::vector<std::string> text{};
  std::optional<std::string> on{};
  std::optional<std::string> circle{};
  std::vector<std::string> tags{};
  bool loud = false;

  Sample() {
    args.required("person", who, "who");
    args.some("text", text, "what");
    args.option("--on,-o", on, "when", "DATE");
    args.choice("--circle", circle, {"inner", "close"}, "how close");
    args.many("--tag", tags, "a word");
    args.flag("--loud", loud, "shout");
  }
  Sample(const Sample&) = delete;
  Sample& operator=(const Sample&) = delete;

  void parse(const std::vector<std::string>& words) { args.parse("sample", words); }
  std::string refusal(const std::vector<std::string>& words) {
    try {
      parse(words);
    } catch (const UsageError& error) {
      return error.message();
    }
    return "taken";
  }
};

}  // namespace

TEST_CASE("options and words may be mixed", "[cli][arguments]") {
  Sample sample;
  sample.parse({"ada", "--tag", "a", "send", "-o", "friday", "the", "--tag=b", "paper", "--loud"});
  CHECK(sample.who == "ada");
  CHECK(cli::joined(sample.text) == "send the paper");
  CHECK(sample.on == "friday");
  CHECK(sample.tags == std::vector<std::string>{"a", "b"});
  CHECK(sample.loud);
}

TEST_CASE("words that look like lists are taken as they are", "[cli][arguments]") {
  const std::string word = GENERATE("[a,b]", "{}", "%%", "[]", "\x01", "[", "a=b", "-");
  CAPTURE(word);
  Sample sample;
  sample.parse({word, word, word, "--on", word, "--tag", word, "--tag=" + word});
  CHECK(sample.who == word);
  CHECK(sample.text == std::vector<std::string>{word, word});
  CHECK(sample.on == word);
  CHECK(sample.tags == std::vector<std::string>{word, word});
}

TEST_CASE("an option may have an empty value", "[cli][arguments]") {
  Sample sample;
  sample.parse({"ada", "--on=", "text"});
  CHECK(sample.on == "");
  CHECK(sample.text == std::vector<std::string>{"text"});
}

TEST_CASE("after two dashes every word is a word", "[cli][arguments]") {
  Sample sample;
  sample.parse({"ada", "--", "--loud", "-x"});
  CHECK(sample.text == std::vector<std::string>{"--loud", "-x"});
  CHECK_FALSE(sample.loud);
}

TEST_CASE("a choice is one of its words, in either case", "[cli][arguments]") {
  Sample sample;
  sample.parse({"ada", "x", "--circle", "INNER"});
  CHECK(sample.circle == "inner");
  CHECK(sample.refusal({"ada", "x", "--circle", "outer"}) ==
        "--circle: outer is none of its words");
}

TEST_CASE("what is wrong with the words is said in words", "[cli][arguments]") {
  Sample sample;
  CHECK(sample.refusal({}) == "sample: PERSON: is missing");
  CHECK(sample.refusal({"ada"}) == "sample: TEXT: is missing");
  CHECK(sample.refusal({"ada", "x", "--on"}) == "sample: --on: its value is missing");
  CHECK(sample.refusal({"ada", "x", "--onn", "y"}) == "sample: --onn: unknown option");
  CHECK(sample.refusal({"ada", "x", "-z"}) == "sample: -z: unknown option");
  CHECK(sample.refusal({"ada", "x", "--on", "a", "--on", "b"}) == "sample: --on: given twice");
  CHECK(sample.refusal({"ada", "x", "--loud=yes"}) == "sample: --loud: takes no value");
}

TEST_CASE("a word too many is named", "[cli][arguments]") {
  Arguments args;
  std::string only;
  args.required("only", only, "the one");
  CHECK_THROWS_WITH(args.parse("sample", {"a", "b"}), "sample: b: one word too many");
  CHECK_THROWS_AS(args.parse("sample", {"\xff"}), DataError);
}

TEST_CASE("what is declared can be asked for", "[cli][arguments]") {
  const Sample sample;
  const std::vector<cli::Declared> declared = sample.args.declared();
  REQUIRE(declared.size() == 6);
  CHECK(declared[0].value == "PERSON");
  CHECK(declared[0].required);
  CHECK(declared[1].repeated);
  CHECK(declared[2].short_name == "-o");
  CHECK(declared[2].value == "DATE");
  CHECK(declared[3].choices == std::vector<std::string>{"inner", "close"});
  CHECK(declared[5].value.empty());
}

TEST_CASE("words that are known are offered, and others taken all the same", "[cli][arguments]") {
  cli::Arguments args;
  std::optional<std::string> kind;
  args.option("--kind", kind, "what it is");
  args.known("--kind", {"hope", "work"});
  CHECK(args.declared().front().known == std::vector<std::string>{"hope", "work"});
  CHECK(args.declared().front().choices.empty());
  args.parse("note", {"--kind", "dream"});
  CHECK(kind == "dream");
}
