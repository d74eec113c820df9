namespace WalkBuddyBot.EndToEnd;

public sealed class AskingTests(House house) : IClassFixture<House>
{
    private const string Question = "why does walking help my back?";

    [BrowserFact]
    public async Task A_typed_question_gets_an_answer_from_the_article_and_ways_on()
    {
        await using var visitor = await house.WelcomeAsync();
        var tab = visitor.Tab;

        var answer = await tab.AskAsync(Question);

        Assert.Contains("gentle exercise", answer, StringComparison.Ordinal);
        Assert.Contains("the section \"Wrapping It Up\" of the one article I know", answer, StringComparison.Ordinal);
        await Assertions.Expect(tab.Suggestions.First).ToBeVisibleAsync();
        await tab.PictureAsync("question");
    }

    [BrowserFact]
    public async Task A_pressed_suggestion_is_answered()
    {
        await using var visitor = await house.WelcomeAsync();
        var tab = visitor.Tab;
        await tab.AskAsync(Question);
        var before = await tab.FromBot.CountAsync();

        await tab.Suggestions.First.ClickAsync();

        await Assertions.Expect(tab.FromBot.Nth(before)).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(tab.Page.GetByText("Send failed")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task A_reload_keeps_what_was_said_once_each_and_in_order()
    {
        await using var visitor = await house.WelcomeAsync();
        var tab = visitor.Tab;
        await tab.AskAsync(Question);
        await tab.AskAsync("help");
        var before = await tab.TranscriptAsync();

        await tab.Page.ReloadAsync();

        await Assertions.Expect(tab.Bubbles).ToHaveCountAsync(before.Count, new() { Timeout = 60_000 });
        Assert.Equal(before, await tab.TranscriptAsync());
    }

    [BrowserFact]
    public async Task A_second_visitor_sees_nothing_of_the_first()
    {
        await using var first = await house.WelcomeAsync();
        await first.Tab.AskAsync("my secret word is periwinkle");

        await using var second = await house.WelcomeAsync();

        await Assertions.Expect(second.Tab.FromUser).ToHaveCountAsync(0);
        Assert.DoesNotContain(await second.Tab.TranscriptAsync(), text => text.Contains("periwinkle", StringComparison.Ordinal));
        Assert.DoesNotContain(
            await second.TranscriptAsync(),
            activity => activity.ToString().Contains("periwinkle", StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task A_second_tab_shows_what_is_said_in_the_first()
    {
        await using var visitor = await house.WelcomeAsync();
        var other = await visitor.OpenAsync();

        await visitor.Tab.AskAsync(Question);

        Assert.Matches("(?i)article", await other.AnswerToAsync(Question));
        Assert.Equal(await visitor.Tab.TranscriptAsync(), await other.TranscriptAsync());
    }
}
