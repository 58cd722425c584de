// What a reader of CSV has to say about the bytes of a file.
#pragma once

#include <kith/exchange/contact_document.hpp>
#include <kith/exchange/csv_reader.hpp>

namespace kith::exchange {

/// Says which quotes are never closed, and what was no UTF-8. To be called at the end of the file.
void remark_on_reading(const CsvReader& reader, DocumentSink& sink);

/// True if nothing but blanks is in `row`.
bool is_blank_row(const CsvRow& row);

}  // namespace kith::exchange
