#include "identity/find_likely.h"

#include <algorithm>
#include <mutex>
#include <numeric>

#include "identity/take_apart.h"
#include "link/likely_pairs.h"
#include "link/parallel.h"
#include "links/compared_known.h"

namespace hearth::identity {
namespace {

using link::RowNumber;

constexpr std::size_t kRowsAtOnce = 64;  // are looked at by one thread
constexpr std::size_t kAhead = 8;        // rows are asked for of memory, which is slow to give them

class Finding {
 public:
  Finding(const Learnt& learnt, const links::ValueCounts& counts, const links::KnownRows& all,
          links::RowId first_new, const RuleKeys& keys)
      : learnt_(learnt),
        counts_(counts),
        all_(all),
        first_new_(first_new),
        keys_(keys),
        largest_(learnt.model.blocking.largest_block),
        new_rows_(learnt.model, counts, all, from(first_new, all.size())) {}

  FoundPairs find(int threads, const link::TellParts& tell) const {
    std::vector<Seat> seats;
    for (int i = 0; i < threads; ++i) seats.emplace_back(*this);
    std::mutex telling;
    std::size_t done = 0;
    const auto rows = new_rows_.size();
    const auto parts = (rows + kRowsAtOnce - 1) / kRowsAtOnce;
    link::in_parallel(parts, threads, [&](std::size_t part, std::size_t thread) {
      const auto first = part * kRowsAtOnce;
      for (auto row = first; row < std::min(first + kRowsAtOnce, rows); ++row) {
        seats[thread].look_at(static_cast<RowNumber>(row));
      }
      const std::scoped_lock lock(telling);
      tell(++done, parts);
    });
    FoundPairs found;
    std::vector<std::uint64_t> too_common;
    for (auto& seat : seats) seat.give(found, too_common);
    found.apart = taken_apart(learnt_, counts_, all_, first_new_, std::move(too_common));
    return found;
  }

 private:
  // Compares new rows: of one thread.
  class Seat {
   public:
    explicit Seat(const Finding& finding)
        : finding_(finding),
          pairs_(finding.learnt_.model, finding.new_rows_.scorer(), finding.new_rows_.comparer(),
                 link::bits(finding.learnt_.model.doubt_from)) {}

    void look_at(RowNumber number) {
      const auto& all = finding_.all_;
      const auto row = finding_.first_new_ + number;
      find_others(number, row);
      if (number + 1 < finding_.new_rows_.size()) fetch_keys(number + 1);
      const auto* values = finding_.new_rows_.values(number);
      const auto rarities = finding_.new_rows_.rarities(number);
      for (std::size_t i = 0; i < others_.size(); ++i) {
        if (i + kAhead < others_.size()) all.fetch_cells(others_[i + kAhead]);
        const auto bits = pairs_.score(values, all.cells(others_[i]), rarities);
        if (bits) found_.likely.push_back({{row, others_[i]}, *bits});
      }
      found_.candidates += others_.size();
    }

    void give(FoundPairs& found, std::vector<std::uint64_t>& too_common) {
      too_common.insert(too_common.end(), too_common_.begin(), too_common_.end());
      found.candidates += found_.candidates;
      found.likely.insert(found.likely.end(), found_.likely.begin(), found_.likely.end());
    }

   private:
    void fetch_keys(RowNumber number) const {
      for (const auto& keys : finding_.keys_) {
        if (keys[number] != 0) finding_.all_.fetch(keys[number]);
      }
    }

    // Those before it that share a key: so each pair is met once.
    void find_others(RowNumber number, links::RowId row) {
      others_.clear();
      for (const auto& keys : finding_.keys_) {
        const auto key = keys[number];
        if (key == 0 || finding_.all_.few_with(key, finding_.largest_, others_)) continue;
        too_common_.push_back(key);
      }
      std::erase_if(others_, [&](links::RowId other) { return other >= row; });
      std::ranges::sort(others_);
      others_.erase(std::unique(others_.begin(), others_.end()), others_.end());
    }

    const Finding& finding_;
    link::LikelyPairs pairs_;
    std::vector<links::RowId> others_;
    std::vector<std::uint64_t> too_common_;
    FoundPairs found_;
  };

  static std::vector<links::RowId> from(links::RowId first, links::RowId last) {
    std::vector<links::RowId> rows(last - first);
    std::iota(rows.begin(), rows.end(), first);
    return rows;
  }

  const Learnt& learnt_;
  const links::ValueCounts& counts_;
  const links::KnownRows& all_;
  links::RowId first_new_;
  const RuleKeys& keys_;  // of the new rows
  std::size_t largest_;
  links::ComparedKnown new_rows_;
};

}  // namespace

FoundPairs find_likely(const Learnt& learnt, const links::ValueCounts& counts,
                       const links::KnownRows& all, links::RowId first_new, const RuleKeys& keys,
                       int threads, const link::TellParts& tell) {
  return Finding(learnt, counts, all, first_new, keys).find(threads, tell);
}

}  // namespace hearth::identity
