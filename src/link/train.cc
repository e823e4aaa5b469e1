#include "link/train.h"

#include <algorithm>
#include <cmath>

namespace hearth::link {
namespace {

constexpr int kMostRounds = 60;
constexpr int kTurns = 2;               // of sessions, then all pairs
constexpr double kSettled = 1e-4;       // relative change of the priors
constexpr double kGuessWeighs = 20;     // pairs
constexpr double kMostGuessed = 5;      // times the first guess
constexpr double kLeastOfShare = 0.02;  // u is at least that part of what random pairs show
constexpr double kStrangersShareNumber = 1e-8;
constexpr double kTwins = 0.03;      // relatives born on one day
constexpr double kNamesakes = 0.02;  // relatives of one forename
constexpr double kLeastChance = 1e-5;
constexpr double kHousehold =
    0.8;  // of what one person's rows share, a household's do at the least
// Pairs of relatives for each match, at the least: that a table shows fewer is no reason to take
// twins for one person.
constexpr double kLeastRelatives = 1;

// Some pairs are of strangers, however small the table and much alike its rows.
Priors priors_of(double match, double relative) {
  match = std::min(match, 0.999);
  return {match, std::min(relative, 0.9999 - match)};
}

struct Shares {
  double match = 0, relative = 0;
};

// How likely a pair that shows the pattern is a match, or a relative.
Shares shares_of(const Model& model, const Priors& priors, Pattern pattern) {
  double match = priors.match, relative = priors.relative;
  double stranger = 1 - priors.match - priors.relative;
  for (std::size_t i = 0; i < model.fields.size(); ++i) {
    const auto level = told(pattern, i);
    if (level == 0) continue;
    const auto& chances = model.fields[i].levels[level - 1];
    match *= chances.veto ? 0 : chances.m;
    relative *= chances.relative;
    stranger *= chances.u;
  }
  const auto sum = match + relative + stranger;
  return sum > 0 ? Shares{match / sum, relative / sum} : Shares{};
}

// Counts by field and level, which become chances.
class LevelSums {
 public:
  explicit LevelSums(const Model& model) {
    for (const auto& field : model.fields) sums_.emplace_back(field.levels.size());
  }

  void add(Pattern pattern, double count) {
    for (std::size_t i = 0; i < sums_.size(); ++i) {
      const auto level = told(pattern, i);
      if (level != 0) sums_[i][level - 1] += count;
    }
  }

  double chance(std::size_t field, std::size_t level, double guess) const {
    double all = 0;
    for (const auto sum : sums_[field]) all += sum;
    const auto weighed = sums_[field][level] + guess * kGuessWeighs;
    return std::max(weighed / (all + kGuessWeighs), kLeastChance);
  }

 private:
  std::vector<std::vector<double>> sums_;
};

double moved(double before, double after) { return std::abs(before / after - 1); }

class Trainer {
 public:
  Trainer(Model& model, const Lessons& lessons, const LevelShares& shares)
      : model_(model), lessons_(lessons), shares_(shares) {
    for (auto& field : model_.fields) {
      guesses_.push_back(field.levels);
      for (auto& level : field.levels) level.relative = level.m;
    }
    // As a start, a row has one other of the same person, and one of a relative.
    model_.priors = {0.5 / lessons.rows, 0.5 / lessons.rows};
    set_strangers();
  }

  void learn_matches() {
    std::vector<Priors> priors(lessons_.sessions.size(), {0.2, 0.2});
    for (int round = 0; round < kMostRounds; ++round) {
      LevelSums sums(model_);
      double change = 0;
      for (std::size_t i = 0; i < priors.size(); ++i) change += session(i, priors[i], sums);
      each_level([&](std::size_t i, std::size_t j, Level& level) {
        level.m = sums.chance(i, j, guesses_[i][j].m);
      });
      for (std::size_t i = 0; i < guesses_.size(); ++i) hold_to_guess(i);
      if (change < kSettled) break;
    }
  }

  void learn_relatives() {
    for (int round = 0; round < kMostRounds; ++round) {
      LevelSums sums(model_);
      double matches = 0, relatives = 0;
      for (const auto& [pattern, count] : lessons_.all) {
        const auto shares = shares_of(model_, model_.priors, pattern);
        sums.add(pattern, shares.relative * count);
        matches += shares.match * count;
        relatives += shares.relative * count;
      }
      each_level([&](std::size_t i, std::size_t j, Level& level) {
        if (is_shared_at_home(model_.fields[i].kind)) {
          level.relative = sums.chance(i, j, guesses_[i][j].m);
          const auto kind = model_.fields[i].kind;
          const bool home = kind != FieldKind::Word && kind != FieldKind::Place;
          if (j == 0 && home)
            level.relative = std::max(level.relative, kHousehold * guesses_[i][j].m);
        }
      });
      const auto before = model_.priors;
      matches = std::max(matches, 1.0);
      model_.priors = priors_of(matches / lessons_.pairs,
                                std::max(relatives, kLeastRelatives * matches) / lessons_.pairs);
      set_strangers();
      if (moved(before.match, model_.priors.match) < kSettled) break;
    }
  }

 private:
  // A session speaks by the share of matches in it: where they are few, what looks like them is of
  // others, people with one forename say, who then have one sex and one generation too.
  double session(std::size_t index, Priors& priors, LevelSums& sums) const {
    double matches = 0, relatives = 0, all = 1e-9;
    for (const auto& [pattern, count] : lessons_.sessions[index]) {
      const auto shares = shares_of(model_, priors, pattern);
      sums.add(pattern, priors.match * shares.match * count);
      matches += shares.match * count;
      relatives += shares.relative * count;
      all += count;
    }
    const auto before = priors.match;
    priors = priors_of(std::max(matches / all, 1e-6), std::max(relatives / all, 1e-6));
    return moved(before, priors.match);
  }

  // What is a person's own does not differ much more often than was guessed, whatever a table full
  // of namesakes looks like.
  void hold_to_guess(std::size_t field) {
    auto& levels = model_.fields[field].levels;
    const auto most = kMostGuessed * guesses_[field].back().m;
    if (tells_where(model_.fields[field].kind) || most <= 0 || levels.back().m <= most) return;
    const auto others = (1 - most) / (1 - levels.back().m);
    for (auto& level : levels) level.m *= others;
    levels.back().m = most;
  }

  template <typename Change>
  void each_level(const Change& change) {
    for (std::size_t i = 0; i < model_.fields.size(); ++i) {
      auto& levels = model_.fields[i].levels;
      for (std::size_t j = 0; j < levels.size(); ++j) change(i, j, levels[j]);
    }
  }

  // What random pairs show, less the matches among them.
  void set_strangers() {
    each_level([&](std::size_t i, std::size_t j, Level& level) {
      const auto share = shares_[i][j];
      level.u = std::max(share - model_.priors.match * level.m, share * kLeastOfShare);
      const bool number = names_one_person(model_.fields[i].kind);
      if (number && level.agreement == Agreement::Exact) level.u = kStrangersShareNumber;
    });
    for (auto& field : model_.fields) {
      if (!is_shared_at_home(field.kind)) set_personal(field);
    }
  }

  // What people of one household have in common as often as strangers do, or hardly more often.
  static void set_personal(Field& field) {
    for (auto& level : field.levels) level.relative = level.u;
    auto& exact = field.levels.front();
    if (exact.agreement != Agreement::Exact) return;
    if (field.kind == FieldKind::BirthDate) exact.relative = std::max(exact.u, kTwins);
    if (field.kind == FieldKind::Forename) exact.relative = std::max(exact.u, kNamesakes);
  }

  Model& model_;
  const Lessons& lessons_;
  const LevelShares& shares_;
  std::vector<std::vector<Level>> guesses_;
};

}  // namespace

void train(Model& model, const Lessons& lessons, const LevelShares& shares) {
  Trainer trainer(model, lessons, shares);
  for (int turn = 0; turn < kTurns; ++turn) {
    trainer.learn_matches();
    trainer.learn_relatives();
  }
  model.trained = true;
}

}  // namespace hearth::link
