using NodaTime;

namespace WalkBuddyBot.Tests.Conversation.Dialogs;

/// <summary>What <em>status</em> and <em>show my reminders</em> say of what comes, when the clocks change, and of what is held back.</summary>
public sealed class HeldTests
{
    private readonly Chat _chat = new();

    [Fact]
    public void A_walk_taken_is_named_as_why_today_rests()
    {
        _chat.Says("remind me weekdays at 10:30", "walked 20", "status");

        Assert.Contains("Next: Tuesday 24 November at 10:30", _chat.Text);
        Assert.Contains("Left out, because you have walked today: Monday 23 November at 10:30.", _chat.Text);
        Assert.DoesNotContain("Left out", _chat.Says("undo", "status").Text);
    }

    [Fact]
    public void Not_today_is_named_as_why_today_rests()
    {
        _chat.Says("remind me weekdays at 10:30", "remind me weekdays at 15:00").AfterMinutes(30).Nudged();

        Assert.Contains("Left out, because you said not today: Monday 23 November at 15:00.", _chat.Says("not today", "show my reminders").Text);
    }

    [Fact]
    public void What_was_left_out_is_named()
    {
        _chat.Says("remind me weekdays at 10:30", "skip the next one", "status");

        Assert.Contains("Left out, as you asked: Monday 23 November at 10:30.", _chat.Text);
    }

    [Fact]
    public void What_the_hours_keep_back_is_named_even_where_nothing_comes()
    {
        _chat.Says("remind me weekdays at 10:30", "only between 18:00 and 20:00", "status");

        Assert.Contains("No reminder is planned.", _chat.Text);
        Assert.Contains("Kept back, because I remind you only from 18:00 to 20:00: Monday 23 November at 10:30, Tuesday", _chat.Text);
    }

    [Fact]
    public void What_was_put_off_is_the_next()
    {
        _chat.Says("remind me weekdays at 10:30").AfterMinutes(30).Nudged();

        Assert.Contains("Next: Monday 23 November at 11:00", _chat.Says("in 30 minutes", "status").Text);
    }

    [Fact]
    public void A_time_that_the_clocks_skip_says_when_it_comes()
    {
        var wish = ScriptedUnderstanding.Wish(new() { Days = ScriptedUnderstanding.Daily, Times = [new(2, 30)] });
        _chat.Understanding.Learn("at night", wish);
        _chat.Clock.Reset(Instant.FromUtc(2027, 3, 27, 12, 0));

        _chat.Says("at night", "status");

        Assert.Contains("Next: Sunday 28 March at 03:00, Monday 29 March at 02:30 and Tuesday 30 March at 02:30.", _chat.Text);
        Assert.Contains("The clocks go forward on Sunday 28 March and skip 02:30, so that one comes at 03:00.", _chat.Text);
    }

    [Fact]
    public void A_pause_that_ends_tomorrow_says_so()
    {
        _chat.Says("remind me weekdays at 10:30", "pause for a week", "status");
        Assert.DoesNotContain("tomorrow", _chat.Text);

        _chat.After(Duration.FromDays(6)).Says("status");

        Assert.Contains("They are back tomorrow.", _chat.Text);
        Assert.Contains("Next: Monday 30 November at 10:30", _chat.Text);
    }

    [Fact]
    public void Three_times_a_day_something_is_put_off_whichever_it_is()
    {
        _chat.Says("remind me weekdays at 10:30").AfterMinutes(30);
        for (var nudge = 0; nudge < 3; nudge++)
        {
            _chat.Nudged();
            Assert.StartsWith("Back at", _chat.AfterMinutes(10).Says("in 30 minutes").Text);
        }

        _chat.Nudged();

        Assert.StartsWith("I have brought reminders back 3 times today", _chat.AfterMinutes(10).Says("in 30 minutes").Text);
        Assert.Contains("Tomorrow at 11:00", _chat.Titles);
    }
}
