using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using NodaTime;
using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Terminal;

/// <summary>
/// <c>understand</c>: JSON Lines in, JSON Lines out, by the very path that a chat message takes for a person of whom nothing is stored.
/// </summary>
internal static class UnderstandCommand
{
    public static Command Create()
    {
        var moment = new Moment();
        var command = new Command(
            "understand", "Reads JSON Lines {\"text\": ...} on standard input and writes what was understood, a line each.");
        moment.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = Rooms.WithoutMemory();
            var (now, zone) = moment.Read(parsed, services.GetRequiredService<IClock>());
            return await RunAsync(Console.In, Console.Out, new Reader(services, now, zone), cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(TextReader input, TextWriter output, Reader reader, CancellationToken cancellationToken)
    {
        var worst = 0;
        for (var line = 1; await input.ReadLineAsync(cancellationToken) is { } json; line++)
        {
            if (string.IsNullOrWhiteSpace(json))
            {
                continue;
            }

            if (TextOf(json) is not { } text)
            {
                await Console.Error.WriteLineAsync(
                    $"Line {line}: expected a JSON object such as {{\"text\": \"remind me weekdays at 9\"}}.");
                worst = 1;
                continue;
            }

            await output.WriteLineAsync(reader.Read(text, line));
        }

        return worst;
    }

    private static string? TextOf(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String
                ? text.GetString()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed class Reader(IServiceProvider services, Instant now, DateTimeZone zone)
    {
        private readonly IUnderstanding _understanding = services.GetRequiredService<IUnderstanding>();
        private readonly IBuddy _buddy = services.GetRequiredService<IBuddy>();

        public string Read(string text, int line)
        {
            var heard = new Heard(
                $"terminal|{line}",
                Address.Of("terminal", tenant: null, "terminal", "person", Scope.Personal),
                text,
                Verb: null,
                About: null,
                ImmutableDictionary<string, string>.Empty,
                zone.Id,
                "en");
            var meaning = _understanding.Understand(text, now, zone, talk: null);
            var replies = _buddy.Turn(heard, facts: null, now).Replies.Select(reply => reply.Text);
            return UnderstandJson.Write(text, meaning, string.Join('\n', replies), now, zone);
        }
    }
}
