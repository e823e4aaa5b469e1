#include "facts/facts_diagnostics.h"

#include <array>

namespace hearth {

std::span<const AnyDiagnosticKind* const> all_facts_diagnostics() {
  static constexpr auto kAll = std::to_array<const AnyDiagnosticKind*>({&kMissingFile,
                                                                        &kUnknownFile,
                                                                        &kNotATable,
                                                                        &kTwoFilesOfOneName,
                                                                        &kEmptyFile,
                                                                        &kNoHeader,
                                                                        &kFileNotUtf8,
                                                                        &kDamagedFile,
                                                                        &kCoverageNotUsed,
                                                                        &kMissingColumn,
                                                                        &kUnknownColumn,
                                                                        &kDuplicateColumn,
                                                                        &kWrongColumnCount,
                                                                        &kUnterminatedQuote,
                                                                        &kTextAfterQuote,
                                                                        &kRowNotUtf8,
                                                                        &kControlCharacter,
                                                                        &kLineTooLong,
                                                                        &kMissingValue,
                                                                        &kBadDate,
                                                                        &kBadNumber,
                                                                        &kBadFlag,
                                                                        &kUndeclaredCode,
                                                                        &kBelowLeast,
                                                                        &kAboveMost,
                                                                        &kScoreOutOfRange,
                                                                        &kPartsAboveWhole,
                                                                        &kEndsBeforeStart,
                                                                        &kDiesBeforeBirth,
                                                                        &kClosedBeforeStart,
                                                                        &kTwoSubjects,
                                                                        &kDuplicateId,
                                                                        &kDuplicateRow,
                                                                        &kUnknownPersonId,
                                                                        &kUnknownFamily,
                                                                        &kPersonInNoFamily,
                                                                        &kUndeclaredRecordType,
                                                                        &kOverlappingTerms,
                                                                        &kTermsOutOfOrder,
                                                                        &kMoreOfTheSame});
  return kAll;
}

}  // namespace hearth
