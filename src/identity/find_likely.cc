#include "identity/find_likely.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <unordered_map>

#include "identity/gathered_rows.h"
#include "link/parallel.h"

namespace hearth::identity {
namespace {

using link::RowNumber;

class Finding {
 public:
  Finding(const Learnt& learnt, const ValueCounts& counts, const KnownRows& known,
          const link::Sightings& rows, int threads)
      : learnt_(learnt),
        counts_(counts),
        known_(known),
        new_rows_(static_cast<RowNumber>(rows.size())),
        first_new_(known.size()),
        largest_(learnt.model.blocking.largest_block),
        threads_(threads) {
    keys_ = keys_of(rows);
    count_new_keys();
  }

  FoundPairs find(const link::Sightings& rows, const link::TellParts& tell) {
    FoundPairs found;
    auto blocks = new_blocks();
    if (known_.empty()) {
      compare(rows, blocks, found, tell);
    } else {
      // New rows first, then those known that share a key with one of them.
      GatheredRows together(learnt_.model, counts_, known_);
      for (RowNumber row = 0; row < new_rows_; ++row) together.add(rows, row);
      add_known(together, blocks);
      compare(std::move(together).take(), blocks, found, tell);
      take_apart(found);
    }
    for (std::size_t rule = 0; rule < keys_.size(); ++rule) {
      for (RowNumber row = 0; row < new_rows_; ++row) {
        if (keys_[rule][row] != 0) found.keys.push_back({keys_[rule][row], id_of(row)});
      }
    }
    return found;
  }

 private:
  using Keys = std::vector<std::uint64_t>;  // by row

  RowId id_of(RowNumber row) const {
    return row < new_rows_ ? first_new_ + row : known_in_[row - new_rows_];
  }

  std::vector<Keys> keys_of(const link::Sightings& rows) const {
    const auto sources = link::key_sources(learnt_.model, rows);
    const auto rules = rules_of(learnt_, sources);
    std::vector<Keys> keys(rules.size(), Keys(rows.size()));
    link::in_parallel(rules.size(), threads_, [&](std::size_t rule, std::size_t) {
      if (rules[rule].sources.empty()) return;
      for (RowNumber row = 0; row < rows.size(); ++row) {
        const auto key = link::key_of(rules[rule], sources, rows, row);
        if (key != 0) keys[rule][row] = rule_key(rule, key);
      }
    });
    return keys;
  }

  struct Sharing {
    std::uint64_t key = 0;
    std::size_t rule = 0;
    std::size_t known = 0, fresh = 0;  // how many rows have it
  };

  void count_new_keys() {
    std::vector<std::pair<std::uint64_t, std::size_t>> all;  // with their rules
    for (std::size_t rule = 0; rule < keys_.size(); ++rule) {
      for (const auto key : keys_[rule]) {
        if (key != 0) all.emplace_back(key, rule);
      }
    }
    std::ranges::sort(all);
    for (auto first = all.begin(); first != all.end();) {
      const auto last = std::upper_bound(first, all.end(), *first);
      const auto fresh = static_cast<std::size_t>(last - first);
      const auto known = known_.count(first->first);
      if (known + fresh > 1) sharing_.push_back({first->first, first->second, known, fresh});
      first = last;
    }
  }

  const Sharing* sharing(std::uint64_t key) const {
    const auto at = std::ranges::lower_bound(sharing_, key, {}, &Sharing::key);
    return at == sharing_.end() || at->key != key ? nullptr : &*at;
  }

  // A number for each key that few enough rows share; 0: what too many share, or no other row.
  std::uint32_t block_of(const Sharing& one) const {
    if (one.known + one.fresh > largest_) return 0;
    return static_cast<std::uint32_t>(&one - sharing_.data()) + 1;
  }

  std::vector<link::Blocks> new_blocks() const {
    std::vector<link::Blocks> blocks(keys_.size(), link::Blocks(new_rows_));
    link::in_parallel(keys_.size(), threads_, [&](std::size_t rule, std::size_t) {
      for (RowNumber row = 0; row < new_rows_; ++row) {
        const auto* one = keys_[rule][row] == 0 ? nullptr : sharing(keys_[rule][row]);
        if (one != nullptr) blocks[rule][row] = block_of(*one);
      }
    });
    return blocks;
  }

  // The known rows of all blocks, with the blocks they are in.
  void add_known(GatheredRows& rows, std::vector<link::Blocks>& blocks) {
    std::vector<std::pair<RowId, const Sharing*>> members;
    std::vector<RowId> found;
    for (const auto& one : sharing_) {
      if (one.known == 0 || block_of(one) == 0) continue;
      found.clear();
      known_.with(one.key, found);
      for (const auto row : found) members.emplace_back(row, &one);
    }
    std::ranges::sort(members);
    for (const auto& [row, one] : members) {
      if (known_in_.empty() || known_in_.back() != row) {
        known_in_.push_back(row);
        rows.add_known(row);
        for (auto& of_rule : blocks) of_rule.push_back(0);
      }
      blocks[one->rule].back() = block_of(*one);
    }
  }

  void compare(const link::Sightings& rows, const std::vector<link::Blocks>& blocks,
               FoundPairs& found, const link::TellParts& tell) const {
    const auto scored = link::score_in_blocks(learnt_.model, blocks, rows, new_rows_,
                                              link::bits(learnt_.model.doubt_from), threads_, tell);
    found.candidates = scored.candidates;
    for (const auto& pair : scored.likely) {
      found.likely.push_back({{id_of(pair.a), id_of(pair.b)}, pair.bits});
    }
  }

  // Keys that were shared by few enough and are no more.
  void take_apart(FoundPairs& found) const {
    for (const auto& one : sharing_) {
      if (one.known < 2 || one.known > largest_ || one.known + one.fresh <= largest_) continue;
      std::vector<RowId> block;
      known_.with(one.key, block);
      std::ranges::sort(block);
      take_apart(block, found);
    }
    std::ranges::sort(found.apart);
    found.apart.erase(std::unique(found.apart.begin(), found.apart.end()), found.apart.end());
  }

  void take_apart(const std::vector<RowId>& block, FoundPairs& found) const {
    GatheredRows rows(learnt_.model, counts_, known_);
    for (const auto row : block) rows.add_known(row);
    const auto keys = keys_of(std::move(rows).take());
    for (std::size_t i = 0; i < block.size(); ++i) {
      for (const auto& pair : known_.likely_with(block[i])) {
        const auto other = std::ranges::lower_bound(block, pair.rows.b);
        if (pair.rows.b <= block[i] || other == block.end() || *other != pair.rows.b) continue;
        const auto j = static_cast<std::size_t>(other - block.begin());
        if (!still_brought(keys, i, j)) found.apart.push_back(pair.rows);
      }
    }
  }

  bool still_brought(const std::vector<Keys>& keys, std::size_t i, std::size_t j) const {
    return std::ranges::any_of(keys, [&](const Keys& of) {
      if (of[i] == 0 || of[i] != of[j]) return false;
      const auto* one = sharing(of[i]);
      const auto rows = one == nullptr ? known_.count(of[i]) : one->known + one->fresh;
      return rows <= largest_;
    });
  }

  const Learnt& learnt_;
  const ValueCounts& counts_;
  const KnownRows& known_;
  RowNumber new_rows_;
  RowId first_new_;
  std::size_t largest_;
  int threads_;
  std::vector<Keys> keys_;        // by rule and new row
  std::vector<Sharing> sharing_;  // of the new rows' keys that others have, in order
  std::vector<RowId> known_in_;   // those after the new rows
};

}  // namespace

FoundPairs find_likely(const Learnt& learnt, const ValueCounts& counts, const KnownRows& known,
                       const link::Sightings& rows, int threads, const link::TellParts& tell) {
  return Finding(learnt, counts, known, rows, threads).find(rows, tell);
}

}  // namespace hearth::identity
