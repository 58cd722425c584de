// The names of properties: the standards', and those of programs.
#include "exchange/vcard_words.hpp"

#include <unordered_map>

namespace kith::exchange {

const Meaning* meaning_of(std::string_view property) {
  using enum Subject;
  static const std::unordered_map<std::string_view, Meaning> kMeanings{
      {"FN", {full_name, {}}},
      {"N", {name, {}}},
      {"NICKNAME", {nickname, {}}},
      {"X-NICKNAME", {nickname, {}}},
      {"X-EVOLUTION-NICKNAME", {nickname, {}}},
      {"ORG", {organisation, {}}},
      {"TITLE", {title, {}}},
      {"ROLE", {role, {}}},
      {"EMAIL", {email, {}}},
      {"TEL", {phone, {}}},
      {"X-MS-TEL", {phone, {}}},
      {"URL", {url, {}}},
      {"X-EVOLUTION-BLOG-URL", {page, "blog"}},
      {"X-EVOLUTION-VIDEO-URL", {page, "video"}},
      {"X-KADDRESSBOOK-BLOGFEED", {page, "blog"}},
      {"IMPP", {handle, {}}},
      {"X-AIM", {handle, "aim"}},
      {"X-EVOLUTION-AIM", {handle, "aim"}},
      {"X-GADUGADU", {handle, "gadugadu"}},
      {"X-GADU-GADU", {handle, "gadugadu"}},
      {"X-GOOGLE-TALK", {handle, "google talk"}},
      {"X-GTALK", {handle, "google talk"}},
      {"X-GROUPWISE", {handle, "groupwise"}},
      {"X-ICQ", {handle, "icq"}},
      {"X-IRC", {handle, "irc"}},
      {"X-JABBER", {handle, "jabber"}},
      {"X-MATRIX", {handle, "matrix"}},
      {"X-MSN", {handle, "msn"}},
      {"X-MS-IMADDRESS", {handle, {}}},
      {"X-KADDRESSBOOK-X-IMADDRESS", {handle, {}}},
      {"X-QQ", {handle, "qq"}},
      {"X-SKYPE", {handle, "skype"}},
      {"X-SKYPE-USERNAME", {handle, "skype"}},
      {"X-SIP", {handle, "sip"}},
      {"X-TWITTER", {handle, "twitter"}},
      {"X-TELEGRAM", {handle, "telegram"}},
      {"X-YAHOO", {handle, "yahoo"}},
      {"X-YAHOO-ID", {handle, "yahoo"}},
      {"X-SOCIALPROFILE", {social, {}}},
      {"SOCIALPROFILE", {social, {}}},
      {"ADR", {address, {}}},
      {"LABEL", {address_label, {}}},
      {"BDAY", {birthday, {}}},
      {"BIRTHDAY", {birthday, {}}},
      {"X-BIRTHDAY", {birthday, {}}},
      {"ANNIVERSARY", {anniversary, {}}},
      {"X-ANNIVERSARY", {anniversary, {}}},
      {"X-MS-ANNIVERSARY", {anniversary, {}}},
      {"X-EVOLUTION-ANNIVERSARY", {anniversary, {}}},
      {"X-KADDRESSBOOK-X-ANNIVERSARY", {anniversary, {}}},
      {"X-ABDATE", {labelled_day, {}}},
      {"DEATHDATE", {death, {}}},
      {"X-DEATHDATE", {death, {}}},
      {"CATEGORIES", {tags, {}}},
      {"NOTE", {note, {}}},
      {"RELATED", {related, {}}},
      {"X-ABRELATEDNAMES", {labelled_name, {}}},
      {"X-SPOUSE", {related, "spouse"}},
      {"X-MANAGER", {related, "manager"}},
      {"X-ASSISTANT", {related, "assistant"}},
      {"X-CHILD", {related, "child"}},
      {"X-EVOLUTION-SPOUSE", {related, "spouse"}},
      {"X-EVOLUTION-MANAGER", {related, "manager"}},
      {"X-EVOLUTION-ASSISTANT", {related, "assistant"}},
      {"X-MS-SPOUSE", {related, "spouse"}},
      {"X-MS-MANAGER", {related, "manager"}},
      {"X-MS-ASSISTANT", {related, "assistant"}},
      {"X-MS-CHILD", {related, "child"}},
      {"X-CHILDREN", {relateds, "child"}},
      {"X-KADDRESSBOOK-X-SPOUSESNAME", {related, "spouse"}},
      {"X-KADDRESSBOOK-X-MANAGERSNAME", {related, "manager"}},
      {"X-KADDRESSBOOK-X-ASSISTANTSNAME", {related, "assistant"}},
      {"AGENT", {related, "agent"}},
      {"TZ", {timezone, {}}},
      {"PHOTO", {picture, {}}},
      {"LOGO", {picture, {}}},
      {"SOUND", {picture, {}}},
      {"KEY", {picture, {}}},
      {"X-EVOLUTION-X509", {picture, {}}},
      {"UID", {uid, {}}},
      {"KIND", {kind, {}}},
      {"X-ADDRESSBOOKSERVER-KIND", {kind, {}}},
      {"MEMBER", {member, {}}},
      {"X-ADDRESSBOOKSERVER-MEMBER", {member, {}}},
      {"PRODID", {producer, {}}},
      {"REV", {nothing, {}}},
      {"PROFILE", {nothing, {}}},
      {"X-ABLABEL", {label, {}}},
      {"X-ABADR", {label, {}}}};
  const auto known = kMeanings.find(property);
  return known == kMeanings.end() ? nullptr : &known->second;
}

bool is_companion(std::string_view property) {
  const Meaning* const meaning = meaning_of(property);
  return meaning != nullptr && meaning->subject == Subject::label;
}

}  // namespace kith::exchange
