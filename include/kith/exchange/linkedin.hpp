// LinkedIn's Connections.csv, in every form in which it is known.
#pragma once

#include <filesystem>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

#include <kith/exchange/contact_document.hpp>

namespace kith::exchange {

/// The word under which LinkedIn's origins are kept.
inline constexpr std::string_view kLinkedInSource = "linkedin";

/// Reads a file of LinkedIn's archive; which one it is, its row of column names says, wherever that
/// row is.
///
/// Connections.csv: hands on each person once. Rows of the same URL and name are one person, of
/// whom the last "Connected On" counts; rows of the same URL and different names are different
/// people.
///
/// messages.csv: an interaction for each day of each conversation, with everybody in it but the
/// owner of the archive, who is in every conversation. It is unanswered where one side alone wrote
/// within a week.
///
/// Recommendations_Given.csv and _Received.csv, Invitations.csv: an interaction for each, of an
/// invitation only if it came with words. `file` tells given from received: the columns do not.
///
/// Throws DataError where there is no such row; see CsvReader::next().
void read_linkedin(std::istream& in, LogSink& sink, std::string_view file = {});

/// The files of an unpacked archive that kith reads, people first. Throws DataError if there are
/// none.
std::vector<std::filesystem::path> linkedin_files_in(const std::filesystem::path& folder);

/// A profile's URL as an identity: no scheme, www, country host, query, fragment or trailing slash,
/// percent-decoded, in lower case. Empty if `url` is.
std::string linkedin_key(std::string_view url);

}  // namespace kith::exchange
