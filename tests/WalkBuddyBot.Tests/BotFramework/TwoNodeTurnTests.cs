namespace WalkBuddyBot.Tests.BotFramework;

/// <summary>A turn that one node took and never ended is run by another, and whoever runs it there is one answer.</summary>
public sealed class TwoNodeTurnTests
{
    [Fact]
    public async Task What_a_killed_node_had_taken_is_run_by_another_within_seven_seconds_and_answered_once()
    {
        await using var nodes = await TwoNodes.StartAsync();
        var (_, there) = await nodes.OpenAsync();
        var (began, never) = (new TaskCompletionSource(), new TaskCompletionSource());
        nodes.Here.Bot.Before = _ =>
        {
            began.TrySetResult();
            return never.Task;
        };
        await nodes.AtHere.SayAsync("one");
        await began.Task.WaitAsync(WebChat.Guard);

        nodes.Time.Advance(TimeSpan.FromSeconds(7));
        await nodes.There.Bot.EndedAsync();
        List<string> seen = [await there.NextTextAsync(), await there.NextTextAsync()];

        // It was only slow: its own end changes nothing.
        never.SetResult();
        await nodes.Here.Bot.EndedAsync();
        Assert.Equal(["one", "You said: one"], seen);
        Assert.Equal(3, nodes.Stores.Stored(nodes.AtHere.Conversation).Count);
    }

    [Fact]
    public async Task What_a_node_runs_just_now_is_left_to_it()
    {
        await using var nodes = await TwoNodes.StartAsync();
        var (began, held) = (new TaskCompletionSource(), new TaskCompletionSource());
        nodes.Here.Bot.Before = _ =>
        {
            began.TrySetResult();
            return held.Task;
        };
        await nodes.AtHere.SayAsync("one");
        await began.Task.WaitAsync(WebChat.Guard);

        nodes.Time.Advance(TimeSpan.FromSeconds(4));
        await nodes.AtThere.SayAsync("two");
        await nodes.There.Bot.EndedAsync();

        Assert.Equal<string?>(["two"], nodes.There.Bot.Handed.Select(activity => activity.Text));
        held.SetResult();
    }

    [Fact]
    public async Task What_waited_at_one_node_and_was_run_at_the_other_is_not_thought_through_again()
    {
        await using var nodes = await TwoNodes.StartAsync();
        var (began, held) = (new TaskCompletionSource(), new TaskCompletionSource());
        nodes.Here.Bot.Before = _ =>
        {
            began.TrySetResult();
            return held.Task;
        };
        await nodes.AtHere.SayAsync("one");
        await began.Task.WaitAsync(WebChat.Guard);
        await nodes.AtHere.SayAsync("two");
        nodes.Time.Advance(TimeSpan.FromSeconds(7));
        await nodes.There.Bot.EndedAsync();
        await nodes.There.Bot.EndedAsync();

        held.SetResult();
        await nodes.AtHere.SayAsync("three");
        await nodes.Here.Bot.EndedAsync();
        await nodes.Here.Bot.EndedAsync();

        Assert.Equal<string?>(["one", "three"], nodes.Here.Bot.Handed.Select(activity => activity.Text).Where(text => text is not null));
    }
}
