using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using WalkBuddyBot.Conversation.Content;
using WalkBuddyBot.Storage;

namespace WalkBuddyBot.Operations;

/// <summary>Why the service would not start, in words that say what to do. Anything else is a defect and keeps its stack.</summary>
internal static class StartRefusal
{
    public static string? Explain(Exception refusal) => refusal switch
    {
        OptionsValidationException settings => string.Join(Environment.NewLine, settings.Failures),
        StorageStartException storage => storage.Message,
        ContentException content => content.Message,
        AggregateException { InnerException: { } first } => Explain(first),
        IOException { InnerException: AddressInUseException } or IOException { InnerException: SocketException } =>
            $"{refusal.Message} Choose another with --urls http://localhost:PORT, or end the program that has it.",
        _ => null,
    };
}
