// LinkedIn's Connections.csv, in every form in which it is known.
#pragma once

#include <istream>
#include <string>
#include <string_view>

#include <kith/exchange/contact_document.hpp>

namespace kith::exchange {

/// The word under which LinkedIn's origins are kept.
inline constexpr std::string_view kLinkedInSource = "linkedin";

/// Reads a LinkedIn export: the header row is found wherever it is, columns by their names. Hands
/// on each person once: rows of the same URL and name are one person, of whom the last "Connected
/// On" counts; rows of the same URL and different names are different people. Throws DataError
/// where there is no header row; see CsvReader::next().
void read_linkedin(std::istream& in, DocumentSink& sink);

/// A profile's URL as an identity: no scheme, www, country host, query, fragment or trailing slash,
/// percent-decoded, in lower case. Empty if `url` is.
std::string linkedin_key(std::string_view url);

}  // namespace kith::exchange
