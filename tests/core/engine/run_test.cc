#include "core/engine/run.h"

#include <atomic>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <new>
#include <stdexcept>
#include <thread>

using namespace proclint;

BOOST_AUTO_TEST_SUITE(run)

BOOST_AUTO_TEST_CASE(results_come_in_order_whatever_the_threads_do) {
  for (const unsigned jobs : {1U, 2U, 7U}) {
    std::vector<std::size_t> order;
    run_in_order(
        2000, jobs,
        [](std::size_t i, Workspace&) {
          // Every 97th takes long, so that others overtake it.
          if (i % 97 == 0) std::this_thread::sleep_for(std::chrono::microseconds(200));
          Checked checked;
          checked.text = std::to_string(i);
          return checked;
        },
        [&](std::size_t i, const Checked& checked) {
          BOOST_REQUIRE(checked.text == std::to_string(i));
          order.push_back(i);
        });
    BOOST_TEST(order.size() == 2000U);
    BOOST_TEST(std::is_sorted(order.begin(), order.end()));
  }
}

BOOST_AUTO_TEST_CASE(no_more_than_256_results_wait_for_their_turn) {
  std::atomic<std::size_t> delivered = 0;
  std::atomic<std::size_t> furthest = 0;
  run_in_order(
      3000, 4,
      [&](std::size_t i, Workspace&) {
        const std::size_t ahead = i - std::min<std::size_t>(i, delivered);
        std::size_t before = furthest;
        while (ahead > before && !furthest.compare_exchange_weak(before, ahead)) {
        }
        return Checked();
      },
      [&](std::size_t, const Checked&) { ++delivered; });
  BOOST_TEST(delivered == 3000U);
  BOOST_TEST(furthest < 256U + 4U);
}

BOOST_AUTO_TEST_CASE(what_a_check_throws_ends_the_run_and_reaches_the_caller) {
  for (const unsigned jobs : {1U, 2U, 7U}) {
    const auto run = [jobs] {
      run_in_order(
          2000, jobs,
          [](std::size_t i, Workspace&) {
            if (i == 700) throw std::bad_alloc();
            return Checked();
          },
          [](std::size_t, const Checked&) {});
    };
    BOOST_CHECK_THROW(run(), std::bad_alloc);
  }
}

BOOST_AUTO_TEST_CASE(what_delivering_throws_ends_the_run_and_reaches_the_caller) {
  const auto run = [] {
    run_in_order(
        2000, 3, [](std::size_t, Workspace&) { return Checked(); },
        [](std::size_t i, const Checked&) {
          if (i == 5) throw std::runtime_error("the disk is full");
        });
  };
  BOOST_CHECK_THROW(run(), std::runtime_error);
}

BOOST_AUTO_TEST_CASE(nothing_to_do_is_fine) {
  run_in_order(
      0, 3, [](std::size_t, Workspace&) { return Checked(); },
      [](std::size_t, const Checked&) { BOOST_ERROR("nothing was to be delivered"); });
}

BOOST_AUTO_TEST_SUITE_END()
