// Shows a review: sentences about people, or the same as JSON.
#pragma once

#include <ostream>

#include "cli/render/text.hpp"
#include <kith/review/review.hpp>

namespace kith::cli {

void write_review_text(std::ostream& out, const TextForm& form, const review::Review& review);
/// All moments, also those that a page of text has no room for.
void write_review_json(std::ostream& out, const review::Review& review);

}  // namespace kith::cli
