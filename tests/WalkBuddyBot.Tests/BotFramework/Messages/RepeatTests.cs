using System.Net;
using System.Text.Json;
using WalkBuddyBot.BotFramework;
using WalkBuddyBot.BotFramework.Activities;

namespace WalkBuddyBot.Tests.BotFramework.Messages;

/// <summary>What comes twice has one effect, and the same answer both times.</summary>
public sealed class RepeatTests
{
    private static readonly InboundAnswer Told = new(202, JsonElement.Parse("""{"statusCode":200,"value":"done"}"""), []);

    [Fact]
    public async Task What_comes_without_an_id_is_known_as_nothing_else_and_each_of_it_is_run()
    {
        await using var door = await Door.OpenAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => door.PostAsync(Posted.Message(id: null))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(20, door.Bot.Committed.Select(activity => activity.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_repeat_gets_the_first_answers_status_and_body_and_has_no_effect()
    {
        await using var door = await Door.OpenAsync(script: bot => Answering(bot, Told));

        using var first = await door.PostAsync(Posted.Invoke());
        door.Bot.Answer = _ => throw new InvalidOperationException("must not be run again");
        using var again = await door.PostAsync(Posted.Invoke());

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Accepted), (first.StatusCode, again.StatusCode));
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Single(door.Bot.Handed);
    }

    [Fact]
    public async Task A_repeat_of_what_meant_nothing_gets_the_first_answer_too()
    {
        await using var door = await Door.OpenAsync(script: bot => Answering(bot, new InboundAnswer(501, null, [])));
        door.Bot.Commits = false;

        using var first = await door.PostAsync(Posted.Invoke("unknown/thing"));
        using var again = await door.PostAsync(Posted.Invoke("unknown/thing"));

        Assert.Equal((HttpStatusCode.NotImplemented, HttpStatusCode.NotImplemented), (first.StatusCode, again.StatusCode));
        Assert.Equal("", await again.Content.ReadAsStringAsync());
        Assert.Single(door.Bot.Handed);
        Assert.Empty(await door.Stores.UnfinishedAsync("connector", 10, CancellationToken.None));
    }

    [Fact]
    public async Task Repeats_that_come_while_the_first_runs_wait_for_its_answer()
    {
        var held = new TaskCompletionSource();
        var began = new TaskCompletionSource();
        await using var door = await Door.OpenAsync();
        door.Bot.Answer = async _ =>
        {
            began.TrySetResult();
            await held.Task;
            return Told;
        };

        var posting = Enumerable.Range(0, 8).Select(_ => door.PostAsync(Posted.Invoke())).ToList();
        await began.Task.WaitAsync(WebChat.Guard);
        Assert.DoesNotContain(posting, one => one.IsCompleted);
        held.SetResult();
        var answers = await Task.WhenAll(posting);

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode));
        Assert.Single((await Task.WhenAll(answers.Select(answer => answer.Content.ReadAsStringAsync()))).Distinct());
        Assert.Single(door.Bot.Committed);
    }

    [Fact]
    public async Task A_thousand_activities_three_times_each_in_parallel_have_a_thousand_effects()
    {
        await using var door = await Door.OpenAsync();

        var statuses = new List<HttpStatusCode>();
        foreach (var part in Enumerable.Range(0, 1000).SelectMany(id => Enumerable.Repeat(id, 3)).Chunk(120))
        {
            var answers = await Task.WhenAll(part.Select(id => door.PostAsync(Posted.Message($"m{id}", $"{id}", $"c{id % 10}"))));
            statuses.AddRange(answers.Select(answer => answer.StatusCode));
        }

        Assert.Equal(3000, statuses.Count(status => status == HttpStatusCode.OK));
        Assert.Equal(1000, door.Bot.Committed.Select(activity => activity.Id).Distinct().Count());
        Assert.Equal(1000, door.Bot.Committed.Count);
    }

    [Fact]
    public async Task Turns_of_one_conversation_run_one_at_a_time()
    {
        var (running, most) = (0, 0);
        await using var door = await Door.OpenAsync();
        door.Bot.Answer = async _ =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            await Task.Yield();
            Interlocked.Decrement(ref running);
            return InboundAnswer.Ok;
        };

        await Task.WhenAll(Enumerable.Range(0, 50).Select(id => door.PostAsync(Posted.Message(id: $"{id}"))));

        Assert.Equal((50, 1), (door.Bot.Handed.Count, most));
    }

    [Theory]
    [InlineData("emulator", "c", "1", false)]
    [InlineData("test", "c", "1", true)]
    [InlineData("emulator", "C", "1", true)]
    [InlineData("emulator", "c", "01", true)]
    public async Task Channel_conversation_and_id_together_make_a_repeat(string channel, string conversation, string id, bool runs)
    {
        await using var door = await Door.OpenAsync();
        await door.PostAsync(Posted.Message());

        await door.PostAsync(Posted.Message(id: id, conversation: conversation).With("channelId", channel));

        Assert.Equal(runs ? 2 : 1, door.Bot.Handed.Count);
    }

    [Fact]
    public async Task Bars_in_ids_do_not_make_two_conversations_meet()
    {
        await using var door = await Door.OpenAsync();

        await door.PostAsync(Posted.Message(id: "y|z", conversation: "x"));
        await door.PostAsync(Posted.Message(id: "z", conversation: "x|y"));
        await door.PostAsync(Posted.Message(id: "z", conversation: "x%7Cy"));

        Assert.Equal(3, door.Bot.Committed.Count);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task What_has_no_id_is_never_a_repeat(string? id)
    {
        await using var door = await Door.OpenAsync();

        using var first = await door.PostAsync(Posted.Message(id: id));
        using var second = await door.PostAsync(Posted.Message(id: id));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Equal(2, door.Bot.Committed.Count);
        Assert.All(door.Bot.Handed, activity => Assert.True(OwnId.Is(activity.Id)));
    }

    private static ListeningBot Answering(ListeningBot bot, InboundAnswer answer)
    {
        bot.Answer = _ => Task.FromResult(answer);
        return bot;
    }
}
