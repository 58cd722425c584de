// E-mails, phones, pages, handles and addresses out of properties.
#include <algorithm>
#include <array>

#include "exchange/charset.hpp"
#include "exchange/vcard_labels.hpp"
#include "exchange/vcard_properties.hpp"
#include <kith/text/clean.hpp>

namespace kith::exchange {
namespace {

constexpr std::size_t kMostEmails = 100;  // of one property

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// `text` without `scheme` ("tel:"), in whatever case; nothing if it has another or none.
std::optional<std::string_view> without_scheme(std::string_view text, std::string_view scheme) {
  if (text.size() < scheme.size() ||
      !std::equal(scheme.begin(), scheme.end(), text.begin(), [](char wanted, char c) {
        return lower(c) == wanted;
      })) {
    return std::nullopt;
  }
  return text.substr(scheme.size());
}

int hex_value(char c) {
  const char l = lower(c);
  return l >= '0' && l <= '9' ? l - '0' : l >= 'a' && l <= 'f' ? l - 'a' + 10 : -1;
}

std::string percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 &&
        hex_value(text[i + 2]) >= 0) {
      out += static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
      i += 2;
    } else {
      out += text[i];
    }
  }
  return text::is_utf8(out) ? out : std::string(text);
}

bool add_point(ContactKind kind,
               std::string value,
               const std::string& label,
               const ContentLine& line,
               Findings& findings) {
  value = text::clean_line(value);
  if (value.empty()) {
    return false;
  }
  findings.document.contact_points.push_back({kind, std::move(value), label});
  findings.preferences.push_back(preference_of(line));
  return true;
}

bool looks_like_email(std::string_view text) {
  const auto at = text.rfind('@');
  return at != std::string_view::npos && at > 0 && at + 1 < text.size();
}

/// Addresses of which one value holds several ("a@x.org, b@y.org"), or a name ("Ana <a@x.org>");
/// one more than kMostEmails where there are more.
std::vector<std::string> emails_in(std::string text) {
  if (const auto open = text.find('<'); open != std::string::npos) {
    if (const auto close = text.find('>', open); close != std::string::npos) {
      text = text.substr(open + 1, close - open - 1);
    }
  }
  std::erase_if(text, [](char c) { return c == ' ' || c == '\t' || c == '\n'; });
  if (const auto bare = without_scheme(text, "mailto:")) {
    text = percent_decoded(bare->substr(0, bare->find('?')));
  }
  std::vector<std::string> emails;
  std::string_view rest = text;
  while (!rest.empty() && emails.size() <= kMostEmails) {
    const std::size_t end = std::min(rest.find_first_of(",;"), rest.size());
    if (!looks_like_email(rest.substr(0, end))) {
      return {text};
    }
    emails.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return emails;
}

/// The service that a URI's scheme names.
std::string service_of(std::string_view scheme) {
  std::string service;
  for (const char c : scheme) {
    service += lower(c);
  }
  if (service == "ymsgr") {
    return "yahoo";
  }
  if (service == "msnim") {
    return "msn";
  }
  return service == "x-kith" || service == "x-apple" ? std::string() : service;
}

bool is_scheme(std::string_view text) {
  return text.size() > 1 && std::all_of(text.begin(), text.end(), [](char c) {
           return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9') || c == '-' ||
                  c == '+' || c == '.';
         });
}

struct AddressParts {
  std::array<std::string, 7> part{};  // box, extended, street, locality, region, code, country
};

AddressParts address_parts(std::string_view value) {
  AddressParts parts;
  const std::vector<std::string_view> values = split_value(value, ';');
  for (std::size_t i = 0; i < values.size(); ++i) {
    std::string text = unescaped(values[i]);
    for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at)) {
      text.replace(at, 1, ", ");
    }
    text = text::clean_line(text);
    while (text.ends_with(',')) {
      text = text::clean_line(text.substr(0, text.size() - 1));
    }
    std::string& part = parts.part.at(std::min<std::size_t>(i, 6));
    part += (part.empty() || text.empty() ? "" : ", ") + text;
  }
  return parts;
}

}  // namespace

Fate read_email(const ContentLine& line, const std::string& label, Findings& findings) {
  bool is_placed = true;
  std::vector<std::string> emails = emails_in(text::clean_line(unescaped(line.value)));
  const bool are_more = emails.size() > kMostEmails;
  emails.resize(std::min(emails.size(), kMostEmails));
  for (const std::string& email : emails) {
    is_placed = looks_like_email(email) &&
                add_point(ContactKind::email, email, label, line, findings) && is_placed;
  }
  return !is_placed ? Fate::without_place : are_more ? Fate::richer : Fate::placed;
}

Fate read_phone(const ContentLine& line, const std::string& label, Findings& findings) {
  std::string number = text::clean_line(unescaped(line.value));
  for (const std::string_view scheme : {"tel:", "sms:", "fax:"}) {
    if (const auto bare = without_scheme(number, scheme)) {
      std::string_view rest = *bare;
      const std::string main = percent_decoded(rest.substr(0, rest.find(';')));
      std::string extension;
      while (rest.find(';') != std::string_view::npos) {
        rest.remove_prefix(rest.find(';') + 1);
        if (const auto ext = without_scheme(rest, "ext=")) {
          extension = " ext. " + percent_decoded(ext->substr(0, ext->find(';')));
        }
      }
      number = main + extension;
      break;
    }
  }
  if (comparable(ContactKind::phone, number).empty()) {
    return number.empty() ? Fate::passed_over : Fate::without_place;
  }
  add_point(ContactKind::phone, number, label, line, findings);
  return Fate::placed;
}

Fate read_url(const ContentLine& line, const std::string& label, Findings& findings) {
  return add_point(ContactKind::url, unescaped(line.value), label, line, findings)
             ? Fate::placed
             : Fate::passed_over;
}

Fate read_handle(const ContentLine& line, std::string_view service, Findings& findings) {
  std::string value = text::clean_line(unescaped(line.value));
  std::string label(service);
  if (const std::string_view named = line.parameter("X-SERVICE-TYPE"); !named.empty()) {
    label = named;
  } else if (const std::string_view typed = line.parameter("SERVICE-TYPE"); !typed.empty()) {
    label = typed;
  }
  if (const std::string_view user = line.parameter("X-USER");
      !user.empty() && value.find("://") == std::string::npos) {
    value = user;
  }
  std::transform(label.begin(), label.end(), label.begin(), lower);
  if (value.find("://") != std::string::npos) {
    return add_point(ContactKind::url, value, label, line, findings) ? Fate::placed
                                                                     : Fate::passed_over;
  }
  const auto colon = value.find(':');
  if (colon != std::string::npos && is_scheme(std::string_view(value).substr(0, colon))) {
    if (label.empty()) {
      label = service_of(std::string_view(value).substr(0, colon));
    }
    value = percent_decoded(std::string_view(value).substr(colon + 1));
    if (service_of(label) != "xmpp") {
      value = value.substr(0, value.find('?'));  // skype:ana?chat
    }
  }
  if (comparable(ContactKind::handle, value).empty()) {
    return value.empty() ? Fate::passed_over : Fate::without_place;
  }
  add_point(ContactKind::handle, value, label, line, findings);
  return Fate::placed;
}

Fate read_address(const ContentLine& line, const std::string& label, Findings& findings) {
  const std::array<std::string, 7> part = address_parts(line.value).part;
  std::string text;
  for (std::size_t i = 0; i < part.size(); ++i) {
    const bool is_code = i == 5 && !part[4].empty();  // "New York 12345"
    if (!part[i].empty()) {
      text += (text.empty() ? "" : is_code ? " " : ", ") + part[i];
    }
  }
  const bool is_more_than_city =
      !(part[0].empty() && part[1].empty() && part[2].empty() && part[5].empty());
  const int preference = preference_of(line);
  int rank = !is_more_than_city && label.empty()       ? 0
             : label.find("home") != std::string::npos ? 1
                                                       : 2;
  rank = rank * 1000 + preference;  // among two homes the preferred one
  if (!part[3].empty() && rank < findings.city_rank) {
    findings.city = part[3];
    findings.city_rank = rank;
  }
  if (!part[3].empty() && !is_more_than_city) {
    return part[4].empty() && part[6].empty() && label.empty() ? Fate::placed : Fate::richer;
  }
  if (!add_point(ContactKind::address, text, label, line, findings)) {
    return Fate::passed_over;
  }
  return text == part[2] && line.parameter("LABEL").empty() && line.parameter("GEO").empty()
             ? Fate::placed
             : Fate::richer;
}

/// An address as it stands on an envelope: of use where it is the only form in the card.
Fate read_address_label(const ContentLine& line, const std::string& label, Findings& findings) {
  return add_point(
             ContactKind::address,
             [&] {
               const AddressParts parts = address_parts(line.value);
               std::string text;
               for (const std::string& part : parts.part) {
                 text += (text.empty() || part.empty() ? "" : "; ") + part;
               }
               return text;
             }(),
             label,
             line,
             findings)
             ? Fate::richer
             : Fate::passed_over;
}

}  // namespace kith::exchange
