// The Model Context Protocol: messages of JSON-RPC 2.0, a line each.
#include "cli/mcp/server.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <nlohmann/json.hpp>

#include <kith/text/clean.hpp>

namespace kith::cli::mcp {
namespace {

using nlohmann::ordered_json;

// Newest first: that one is offered to whoever asks for a version that is not here.
constexpr std::array<std::string_view, 4> kProtocols{
    "2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05"};
constexpr std::string_view kLastWithBatches = "2025-03-26";

constexpr std::string_view kInstructions =
    "kith keeps track of the people its user knows: who they are, when they last met, what they "
    "hope for, what was promised. A person is named by a name, part of one, a nickname, an email or "
    "a uid; where several fit, the answer lists them: ask the user which one. Days are ISO dates or "
    "words: today, last friday, in 2 weeks. Spans are 10d, 2w, 3m, 1y. Every change can be undone. "
    "What is noted here is private: do not pass it on.";

enum Code {
  parse_error = -32700,
  invalid_request = -32600,
  no_such_method = -32601,
  invalid_params = -32602,
  internal_error = -32603
};

struct Refused {
  int code;
  std::string message;
};

// More than any message of the protocol has; a million brackets would take memory by the gigabyte.
constexpr int kDeepest = 64;

bool is_too_deep(std::string_view line) {
  int depth = 0;
  bool in_text = false;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    if (in_text) {
      at += c == '\\' ? 1 : 0;
      in_text = c != '"';
    } else if (c == '"') {
      in_text = true;
    } else if (c == '[' || c == '{') {
      if (++depth > kDeepest) {
        return true;
      }
    } else if (c == ']' || c == '}') {
      --depth;
    }
  }
  return false;
}

ordered_json failure(const ordered_json& id, int code, const std::string& message) {
  return {{"jsonrpc", "2.0"}, {"id", id}, {"error", {{"code", code}, {"message", message}}}};
}

// Names come from anywhere: what is no UTF-8 must not end the conversation.
std::string dumped(const ordered_json& message) {
  return message.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

bool is_id(const ordered_json& id) { return id.is_string() || id.is_number(); }

const ordered_json& empty_object() {
  static const ordered_json kEmpty = ordered_json::object();
  return kEmpty;
}

std::string text_of(const ordered_json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

}  // namespace

Server::Server(Tools tools, std::string version)
    : tools_(std::move(tools)), version_(std::move(version)) {}

std::string Server::too_long() const {
  return dumped(failure(nullptr, parse_error, "the line is too long"));
}

std::optional<std::string> Server::answer(std::string_view line) {
  if (line.find_first_not_of(" \t\r") == std::string_view::npos) {
    return std::nullopt;
  }
  if (is_too_deep(line)) {
    return dumped(failure(nullptr, parse_error, "nested too deep"));
  }
  const ordered_json message = ordered_json::parse(line, nullptr, false);
  if (message.is_discarded()) {
    return dumped(failure(nullptr, parse_error, "this is no JSON"));
  }
  if (!message.is_array()) {
    const auto one = answer_to(message);
    return one ? std::optional(dumped(*one)) : std::nullopt;
  }
  if (message.empty() || protocol_ > kLastWithBatches) {
    return dumped(failure(nullptr,
                          invalid_request,
                          message.empty() ? "the batch is empty" : "one message a line, no batch"));
  }
  ordered_json answers = ordered_json::array();
  for (const ordered_json& one : message) {
    if (auto said = answer_to(one)) {
      answers.push_back(std::move(*said));
    }
  }
  return answers.empty() ? std::nullopt : std::optional(dumped(answers));
}

std::optional<ordered_json> Server::answer_to(const ordered_json& message) {
  if (!message.is_object()) {
    return failure(nullptr, invalid_request, "a message is an object");
  }
  const auto id = message.find("id");
  const bool is_notification = id == message.end();
  const bool id_is_fine = is_notification || is_id(*id);
  const ordered_json echoed = !is_notification && id_is_fine ? *id : ordered_json(nullptr);
  const std::string method = text_of(message, "method");
  if (method.empty() && (message.contains("result") || message.contains("error"))) {
    return std::nullopt;  // an answer, to what was never asked
  }
  if (text_of(message, "jsonrpc") != "2.0" || method.empty() || !id_is_fine) {
    return failure(echoed, invalid_request, "no request of JSON-RPC 2.0");
  }
  const auto found = message.find("params");
  const ordered_json& params = found == message.end() ? empty_object() : *found;
  if (is_notification) {
    return std::nullopt;  // initialized, cancelled: calls end before the next line is read
  }
  try {
    if (!params.is_object()) {
      throw Refused{invalid_params, "params: an object belongs here"};
    }
    return ordered_json{{"jsonrpc", "2.0"}, {"id", echoed}, {"result", respond(method, params)}};
  } catch (const Refused& refused) {
    return failure(echoed, refused.code, refused.message);
  } catch (const std::exception& bug) {
    return failure(echoed, internal_error, bug.what());
  }
}

ordered_json Server::respond(const std::string& method, const ordered_json& params) {
  if (method == "initialize") {
    return initialize(params);
  }
  if (method == "ping") {
    return ordered_json::object();
  }
  if (method != "tools/list" && method != "tools/call") {
    throw Refused{no_such_method, text::printable(method) + ": no such method"};
  }
  if (protocol_.empty()) {
    throw Refused{invalid_request, "initialize comes first"};
  }
  if (method == "tools/list") {
    if (params.contains("cursor") && !params["cursor"].is_null()) {
      throw Refused{invalid_params, "cursor: there is one page only"};
    }
    return {{"tools", tools_.list()}};
  }
  const std::string name = text_of(params, "name");
  if (const auto why = tools_.refusal(name)) {
    throw Refused{invalid_params, text::printable(name) + ": " + *why};
  }
  const auto given = params.find("arguments");
  const bool none = given == params.end() || given->is_null();
  if (!none && !given->is_object()) {
    throw Refused{invalid_params, "arguments: an object belongs here"};
  }
  return tools_.call(name, none ? empty_object() : *given);
}

ordered_json Server::initialize(const ordered_json& params) {
  const std::string wanted = text_of(params, "protocolVersion");
  if (wanted.empty()) {
    throw Refused{invalid_params, "protocolVersion: is missing"};
  }
  const bool known = std::find(kProtocols.begin(), kProtocols.end(), wanted) != kProtocols.end();
  protocol_ = known ? wanted : std::string{kProtocols.front()};
  return {{"protocolVersion", protocol_},
          {"capabilities", {{"tools", {{"listChanged", false}}}}},
          {"serverInfo", {{"name", "kith"}, {"title", "kith"}, {"version", version_}}},
          {"instructions", kInstructions}};
}

Line read_line(std::istream& in, std::size_t most, std::string& line) {
  line.clear();
  std::size_t size = 0;
  std::streambuf& buffer = *in.rdbuf();
  constexpr int kEnd = std::istream::traits_type::eof();
  for (int c = buffer.sbumpc(); c != kEnd; c = buffer.sbumpc()) {
    if (c == '\n') {
      return size > most ? Line::too_long : Line::read;
    }
    if (++size <= most) {
      line += static_cast<char>(c);
    }
  }
  in.setstate(std::ios::eofbit);
  return size == 0 ? Line::end : size > most ? Line::too_long : Line::read;
}

}  // namespace kith::cli::mcp
