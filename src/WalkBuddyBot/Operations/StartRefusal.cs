using System.Net.Sockets;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using WalkBuddyBot.Conversation.Content;
using WalkBuddyBot.Storage;

namespace WalkBuddyBot.Operations;

/// <summary>Why the service would not start, in words that say what to do. Anything else is a defect and keeps its stack.</summary>
internal static partial class StartRefusal
{
    public static string? Explain(Exception refusal) => refusal switch
    {
        OptionsValidationException settings => string.Join(Environment.NewLine, settings.Failures.Select(Bare)),
        StorageStartException storage => storage.Message,
        ContentException content => content.Message,
        AggregateException { InnerException: { } first } => Explain(first),
        InvalidOperationException when NotConverted().Match(refusal.Message) is { Success: true } found =>
            $"{found.Groups["key"]} is '{found.Groups["value"]}'; allowed is {Allowed(found.Groups["type"].Value)}.",
        InvalidOperationException when NotSupported().Match(refusal.Message) is { Success: true } found =>
            $"A level below Logging:LogLevel is '{found.Groups["value"]}'; allowed is {string.Join(", ", Enum.GetNames<LogLevel>())}.",
        InvalidDataException { InnerException: { } mistake } => $"{refusal.Message} {mistake.GetBaseException().Message}",
        FormatException when NotAnAddress().Match(refusal.Message) is { Success: true } found =>
            $"Urls is '{found.Groups["value"]}'; allowed is an address such as http://localhost:3978.",
        ArgumentOutOfRangeException { ParamName: "port" } => "Urls names a port that is none; allowed is 0 to 65535.",
        IOException { InnerException: AddressInUseException } or IOException { InnerException: SocketException } or SocketException =>
            $"{refusal.Message} Choose another with --urls http://localhost:PORT, or end the program that has it.",
        _ => null,
    };

    // Checks by attribute wrap their own sentence into another one.
    private static string Bare(string failure) => Wrapped().Match(failure) is { Success: true } found ? found.Groups["own"].Value : failure;

    private static string Allowed(string type) => type switch
    {
        "System.TimeSpan" => "a length of time such as 00:00:10 (hours, minutes, seconds)",
        "System.Boolean" => "true or false",
        "System.Int32" or "System.Int64" => "a whole number",
        "System.Double" or "System.Decimal" => "a number such as 0.5",
        _ => $"what a {type} takes",
    };

    [GeneratedRegex(
        "^Failed to convert configuration value '(?<value>.*)' at '(?<key>[^']+)' to type '(?<type>[^']+)'", RegexOptions.Singleline)]
    private static partial Regex NotConverted();

    [GeneratedRegex("^Configuration value '(?<value>.*)' is not supported", RegexOptions.Singleline)]
    private static partial Regex NotSupported();

    [GeneratedRegex("^Invalid url: '(?<value>.*)'", RegexOptions.Singleline)]
    private static partial Regex NotAnAddress();

    [GeneratedRegex(@"^DataAnnotation validation failed for .* with the error: '(?<own>.*)'\.$", RegexOptions.Singleline)]
    private static partial Regex Wrapped();
}
