#include "core/engine/run.h"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>

namespace proclint {
namespace {

// Results that wait for their turn, all batches together.
constexpr std::size_t kRing = 256;

// How many are taken at once. Taking costs two locks, so it should be many; but at the end of the
// run nobody should wait long for another's batch, and large documents come in small numbers.
std::size_t batch_size(std::size_t count, unsigned jobs) {
  constexpr std::size_t kMost = 16;
  constexpr std::size_t kBatchesForEach = 16;
  return std::clamp<std::size_t>(count / (kBatchesForEach * jobs), 1, kMost);
}

// A ring of batches of results. Whoever finishes the one whose turn it is delivers it and those
// that wait behind it.
class Conveyor {
 public:
  Conveyor(std::size_t count, unsigned jobs,
           const std::function<Checked(std::size_t, Workspace&)>& check,
           const std::function<void(std::size_t, Checked)>& deliver)
      : count_(count),
        size_(batch_size(count, jobs)),
        batches_((count + size_ - 1) / size_),
        check_(check),
        deliver_(deliver),
        results_(kRing / size_ * size_),
        is_done_(kRing / size_) {}

  /// Takes batches until there are none, or until somebody failed.
  void work() {
    try {
      take_batches();
    } catch (...) {
      const std::lock_guard lock(mutex_);
      if (failure_ == nullptr) failure_ = std::current_exception();
      room_.notify_all();
    }
  }

  /// What ended the work before its time.
  std::exception_ptr failure() const { return failure_; }

 private:
  void take_batches() {
    Workspace workspace;
    std::unique_lock lock(mutex_);
    while (next_ < batches_ && failure_ == nullptr) {
      const std::size_t mine = next_++;
      const auto has_room = [&] { return mine < delivered_ + is_done_.size(); };
      if (!has_room()) {
        ++waiting_;
        room_.wait(lock, [&] { return has_room() || failure_ != nullptr; });
        --waiting_;
        if (failure_ != nullptr) return;
      }
      lock.unlock();
      for (std::size_t i = mine * size_; i < end_of(mine); ++i) {
        workspace.mine_end = end_of(mine);
        results_[i % results_.size()] = check_(i, workspace);
      }
      lock.lock();
      is_done_[mine % is_done_.size()] = true;
      if (!is_delivering_) deliver_ready(lock);
    }
  }

  std::size_t end_of(std::size_t batch) const { return std::min(count_, (batch + 1) * size_); }

  void deliver_ready(std::unique_lock<std::mutex>& lock) {
    is_delivering_ = true;
    while (is_done_[delivered_ % is_done_.size()] && failure_ == nullptr) {
      is_done_[delivered_ % is_done_.size()] = false;
      const std::size_t turn = delivered_;
      lock.unlock();
      for (std::size_t i = turn * size_; i < end_of(turn); ++i) {
        deliver_(i, std::exchange(results_[i % results_.size()], Checked()));
      }
      lock.lock();
      ++delivered_;
      if (waiting_ != 0) room_.notify_all();
    }
    is_delivering_ = false;
  }

  std::size_t count_;
  std::size_t size_;
  std::size_t batches_;
  const std::function<Checked(std::size_t, Workspace&)>& check_;
  const std::function<void(std::size_t, Checked)>& deliver_;
  std::vector<Checked> results_;  // those of a batch belong to who checks it, then to who delivers
  std::mutex mutex_;              // for all below
  std::condition_variable room_;
  std::vector<bool> is_done_;  // by batch; false also when it is delivered
  std::size_t next_ = 0;
  std::size_t delivered_ = 0;
  std::size_t waiting_ = 0;
  bool is_delivering_ = false;
  std::exception_ptr failure_;
};

}  // namespace

void run_in_order(std::size_t count, unsigned jobs,
                  const std::function<Checked(std::size_t, Workspace&)>& check,
                  const std::function<void(std::size_t, Checked)>& deliver) {
  if (jobs <= 1 || count <= 1) {
    Workspace workspace;
    for (std::size_t i = 0; i < count; ++i) {
      workspace.mine_end = count;
      deliver(i, check(i, workspace));
    }
    return;
  }
  Conveyor conveyor(count, jobs, check, deliver);
  std::vector<std::thread> others;
  others.reserve(jobs - 1);
  try {
    for (unsigned i = 1; i < std::min<std::size_t>(jobs, count); ++i)
      others.emplace_back([&] { conveyor.work(); });
  } catch (const std::system_error&) {
    // The system gives no more threads: those that there are do the work.
  }
  conveyor.work();
  for (std::thread& other : others) other.join();
  if (conveyor.failure() != nullptr) std::rethrow_exception(conveyor.failure());
}

}  // namespace proclint
