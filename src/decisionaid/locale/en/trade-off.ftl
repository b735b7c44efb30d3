### The trade-off step, which only some aids have: its script has the messages "aid-swing-".

trade_heading = A way to look at it, if you want to
trade_intro =
    { $n ->
        [one] Here you can weigh { $n } thing.
       *[other] Here you can weigh { $n } things against one another. It takes a few minutes, and you can leave it out.
    }
trade_here = What you answer here stays here: it is not in your summary or your file, and it is gone when you leave this page.
trade_unscripted = This part works something out of your answers, so it needs scripts, and they are off or did not load. All its figures stand elsewhere on this page.
trade_waiting = One moment: this part is on its way.
trade_first = Suppose all of these were as they are before the change. You could make one of the changes. Which one would you make first?
trade_change = from { $worst } to { $best }
trade_worth = Your first change counts 100. How much would this one count beside it?
trade_none = 0 is nothing at all
trade_all = 100 is as much as the first
trade_none_heard = nothing at all
trade_all_heard = as much as the first
trade_not =
    { $n ->
        [one] This is no advice. It knows of { $n } thing and of nothing else that matters to you.
       *[other] This is no advice. It knows of these { $n } things and of nothing else that matters to you. It takes each figure as exact, although studies give ranges. Asked in another way or on another day, you might get other numbers. You can change any answer, and talk about it at your visit.
    }
trade_again = Clear these answers
