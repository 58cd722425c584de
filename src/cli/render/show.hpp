// Shows a view in the form that is asked for: text for people, JSON for --json. Colour and width
// only where the stream is a terminal. Lines that merely confirm are left out with --quiet; answers
// to a question are not.
#pragma once

#include "cli/context.hpp"
#include "cli/render/views.hpp"

namespace kith::cli {

void show(Context& ctx, const PersonView& view);       // confirms
void show(Context& ctx, const FactView& view);         // confirms
void show(Context& ctx, const FollowUpView& view);     // confirms
void show(Context& ctx, const InteractionView& view);  // confirms
void show(Context& ctx, const LinkView& view);         // confirms
void show(Context& ctx, const EndedView& view);        // confirms
void show(Context& ctx, const SnoozedView& view);      // confirms
void show(Context& ctx, const ChangesView& view);      // confirms
void show(Context& ctx, const ExportedView& view);     // confirms
void show(Context& ctx, const CardView& view);
void show(Context& ctx, const HistoryView& view);
void show(Context& ctx, const CommandsView& view);
void show(Context& ctx, const DueView& view);

/// A line that confirms; with --json nothing, since a document tells it.
void confirm(Context& ctx, std::string_view line);

}  // namespace kith::cli
