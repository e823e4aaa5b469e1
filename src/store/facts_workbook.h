// A facts folder as one workbook that a spreadsheet opens: a sheet for each file, its header on top
// and fixed, days as days.
//
// It is made for somebody who checks a council's figures by eye. Cells are values, never formulas.
#pragma once

#include <filesystem>

#include "base/result.h"

namespace hearth {

// `facts` holds Parquet files. The workbook is whole or not there. A sheet has at most 1,048,575
// rows below its header: a store with more is refused, by name of the sheet.
Result<void> write_facts_workbook(const std::filesystem::path& facts,
                                  const std::filesystem::path& workbook);

}  // namespace hearth
