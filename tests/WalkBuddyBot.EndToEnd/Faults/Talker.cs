using System.Net.Http.Json;
using WalkBuddyBot.EndToEnd.Crash;

namespace WalkBuddyBot.EndToEnd.Faults;

/// <summary>
/// Somebody who talks while the service dies and comes back, on the web chat and behind the connector, and who says each thing again until it
/// is taken, as a page and a channel do.
/// </summary>
internal sealed class Talker(Drill drill) : IDisposable
{
    private const string Words = "help";
    private const string Conversation = "talker";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(250);

    private readonly LineVisitor _line = new(drill.Service.Address);
    private readonly HttpClient _channel = new() { BaseAddress = drill.Service.Address };
    private int _said;

    public Task ArriveAsync() => _line.ArriveAsync();

    /// <summary>Talks until told to end; what was begun is said to its end.</summary>
    /// <returns>How many things were said on each side.</returns>
    public async Task<int> TalkAsync(CancellationToken until)
    {
        while (!until.IsCancellationRequested)
        {
            await AgainAsync(() => SayOnLineAsync($"line-{_said}"));
            await AgainAsync(() => SayByChannelAsync($"channel-{_said}"));
            _said++;
            await Task.Delay(Breath, TimeProvider.System, CancellationToken.None);
        }

        return _said;
    }

    /// <summary>Waits until everything that was said is answered.</summary>
    public async Task AnsweredAsync()
    {
        IReadOnlyList<string> open = [];
        await Until.TrueAsync(
            () => TryAsync(async () => (open = await UnansweredAsync()).Count == 0),
            Patience,
            () => $"Never answered: {string.Join(", ", open)}");
    }

    private async Task<IReadOnlyList<string>> UnansweredAsync()
    {
        var calls = await drill.Connector.CallsAsync();
        var byChannel = calls.Where(call => call is { IsAccepted: true, Conversation: Conversation }).Select(call => call.Answers).ToHashSet();
        var lines = await _line.ReadAsync();
        var asked = lines.Count(line => !line.FromBot);

        // A page is told the answers in their order, not what they answer. The first line is the greeting.
        var answered = lines.Count(line => line.FromBot) - 1;
        return
        [
            .. Enumerable.Range(0, _said).Select(number => $"channel-{number}").Where(id => !byChannel.Contains(id)),
            .. asked == _said && answered == _said ? Array.Empty<string>() : [$"of {_said} lines {asked} are there, and {answered} answers"],
        ];
    }

    public void Dispose()
    {
        _line.Dispose();
        _channel.Dispose();
    }

    private static async Task AgainAsync(Func<Task<bool>> say)
    {
        while (!await TryAsync(say))
        {
            await Task.Delay(Breath, TimeProvider.System, CancellationToken.None);
        }
    }

    private static async Task<bool> TryAsync(Func<Task<bool>> say)
    {
        try
        {
            return await say();
        }
        catch (Exception away) when (away is HttpRequestException or IOException)
        {
            return false;
        }
    }

    private async Task<bool> SayOnLineAsync(string id)
    {
        if (await _line.SayAsync(Words, id))
        {
            return true;
        }

        // Reading renews the token, which a clock that was set may have ended.
        await _line.ReadAsync();
        return false;
    }

    private async Task<bool> SayByChannelAsync(string id)
    {
        var activity = new
        {
            type = "message",
            id,
            channelId = "msteams",
            serviceUrl = drill.Connector.Address,
            from = new { id = "talker", name = "Talker" },
            recipient = new { id = "bot" },
            conversation = new { id = Conversation, conversationType = "personal", tenantId = "talkers" },
            text = Words,
            locale = "en-US",
        };
        using var answer = await _channel.PostAsJsonAsync("api/messages", activity);
        return answer.IsSuccessStatusCode;
    }
}
